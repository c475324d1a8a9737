import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './request-list.module.css';

interface CardGroupProps {
  name: 'needsYou' | 'waiting' | 'drafts' | 'inProgress' | 'finished';
  /** How many there are; the cards may be fewer. */
  total: number;
  cards: ReactNode[];
  onShowMore: () => void;
}

export function CardGroup({ name, total, cards, onShowMore }: CardGroupProps) {
  const { t } = useTranslation('requests');
  const headingId = useId();
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);
  const group = t(`group.${name}`);

  // The button may be gone with the last card: who pressed it goes on at the first new one.
  useEffect(() => {
    if (firstNew.current === null || cards.length <= firstNew.current) return;
    list.current?.children[firstNew.current]?.querySelector('a')?.focus();
    firstNew.current = null;
  }, [cards.length]);

  function showMore() {
    firstNew.current = cards.length;
    onShowMore();
  }

  return (
    <section aria-labelledby={headingId} className={styles.group}>
      <h2 id={headingId}>
        {group} {t('groupCount', { count: total })}
      </h2>
      <ul ref={list} className={styles.cards}>
        {cards}
      </ul>
      {cards.length < total && (
        <Button variant="secondary" type="button" onClick={showMore}>
          {t('showMore')}
          <VisuallyHidden> {t('showMoreOf', { group })}</VisuallyHidden>
        </Button>
      )}
    </section>
  );
}
