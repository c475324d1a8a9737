import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import type { GroupName } from './card-group.tsx';
import styles from './group-index.module.css';
import type { ListSummary } from './list-summary.ts';

/** Links to the groups, each with its count, so that even the last group is one press away. */
export function GroupIndex({ counts, waiting, drafts }: ListSummary) {
  const { t } = useTranslation('requests');
  const [isOpen, setIsOpen] = useState(false);
  const { needsYou, toRead, inProgress, finished } = counts;
  const all: [GroupName, number][] = [
    ['needsYou', needsYou],
    ['toRead', toRead],
    ['waiting', waiting.length],
    ['drafts', drafts.length],
    ['inProgress', inProgress],
    ['finished', finished],
  ];
  return (
    <nav aria-label={t('groups')} className={styles.index} data-open={isOpen}>
      <Button
        variant="quiet"
        type="button"
        icon={ChevronDown}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('jump')}
      </Button>
      <ul>
        {all.map(
          ([name, count]) =>
            count > 0 && (
              <li key={name}>
                <button type="button" onClick={() => goTo(name)}>
                  <span>{t(`group.${name}`)}</span> <span>{t('groupCount', { count })}</span>
                </button>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}

function goTo(name: GroupName): void {
  const heading = document.querySelector<HTMLElement>(`[data-group="${name}"] h2`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
