import { type ReactNode, startTransition, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxGroup } from '../../../domain/request-state.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './request-list.module.css';

/** The number of cards that a group shows at first and adds with each press on **Mostrar mais**. */
export const PAGE_SIZE = 50;

export type GroupName = InboxGroup | 'waiting' | 'drafts';

interface CardGroupProps {
  name: GroupName;
  /** The number of requests in the group; it may show fewer cards. */
  total: number;
  /** The number of cards among the children. */
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
    // In a transition, the frame that shows the press does not wait for the new cards.
    startTransition(onShowMore);
  }

  return (
    <section aria-labelledby={headingId} data-group={name} className={styles.group}>
      <h2 id={headingId} tabIndex={-1}>
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

/** Moves the focus to the first new card, since the button **Mostrar mais** may disappear with the last page. */
export function useFocusFirstNew(shown: number) {
  const list = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);

  useLayoutEffect(() => {
    const at = firstNew.current;
    if (at === null || shown <= at) return;
    firstNew.current = null;
    // Waits for the frame that draws the cards: before it, the cards would be laid out once for the focus and once more to be drawn.
    requestAnimationFrame(() => list.current?.children[at]?.querySelector('a')?.focus());
  }, [shown]);

  return {
    list,
    beginAfterShown(): void {
      firstNew.current = shown;
    },
  };
}
