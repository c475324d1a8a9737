import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './request-list.module.css';
import { useFocusFirstNew } from './use-focus-first-new.ts';

interface CardGroupProps {
  name: 'needsYou' | 'waiting' | 'drafts' | 'inProgress' | 'finished';
  /** How many there are; the cards may be fewer. */
  total: number;
  /** How many cards there are among the children. */
  shown: number;
  hasMore?: boolean;
  children: ReactNode;
  onShowMore: () => void;
}

export function CardGroup(props: CardGroupProps) {
  const { name, total, shown, hasMore = shown < total, children, onShowMore } = props;
  const { t } = useTranslation('requests');
  const headingId = useId();
  const { list, beginAfterShown } = useFocusFirstNew(shown);
  const group = t(`group.${name}`);

  function showMore() {
    beginAfterShown();
    onShowMore();
  }

  return (
    <section aria-labelledby={headingId} className={styles.group}>
      <h2 id={headingId}>
        {group} {t('groupCount', { count: total })}
      </h2>
      <ul ref={list} className={styles.cards}>
        {children}
      </ul>
      {hasMore && (
        <Button variant="secondary" type="button" onClick={showMore}>
          {t('showMore')}
          <VisuallyHidden> {t('showMoreOf', { group })}</VisuallyHidden>
        </Button>
      )}
    </section>
  );
}
