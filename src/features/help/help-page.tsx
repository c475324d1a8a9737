import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Limits } from '../../domain/limits.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { ContentFrame } from './content-frame.tsx';
import { ContentIndex } from './content-index.tsx';
import { HelpGroupSection } from './help-group.tsx';
import { HelpSearch } from './help-search.tsx';
import { useHelpGroups } from './use-help-groups.tsx';
import { WithLimits } from './with-limits.tsx';

/** *Ajuda*: what the screens do not explain themselves. */
export function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <ContentFrame heading={t('heading')}>
      <WithLimits>{(limits) => <HelpContent limits={limits} />}</WithLimits>
    </ContentFrame>
  );
}

function HelpContent({ limits }: { limits: Limits }) {
  const { t } = useTranslation(['help', 'legal', 'glossary']);
  const groups = useHelpGroups(limits);
  return (
    <>
      <p>{t('intro')}</p>
      <HelpSearch topics={groups.flatMap(({ topics }) => topics)} />
      <nav aria-labelledby="indice">
        <h2 id="indice" tabIndex={-1}>
          {t('legal:index')}
        </h2>
        <ContentIndex sections={groups} />
        <p>
          <Link to={ADDRESSES.glossary}>{t('glossary:link')}</Link>
        </p>
      </nav>
      {groups.map((group) => (
        <HelpGroupSection key={group.id} {...group} />
      ))}
    </>
  );
}
