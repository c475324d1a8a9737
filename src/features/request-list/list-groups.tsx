import { lazy, memo, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListGroup } from '../../domain/request-state.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type InitialCards, isEmpty, type ListSummary } from './list-summary.ts';
import { CARDS_IN_VIEW, type Calendar } from './request-card.tsx';
import { RequestGroup } from './request-group.tsx';

const EmptyList = lazy(async () => ({ default: (await import('./empty-list.tsx')).EmptyList }));
const UnsentGroups = lazy(async () => ({ default: (await import('./unsent-groups.tsx')).UnsentGroups }));

interface ListGroupsProps {
  summary: ListSummary;
  initialCards: InitialCards;
  calendar: Calendar;
}

export const ListGroups = memo(function ListGroups({ summary, initialCards, calendar }: ListGroupsProps) {
  const { t } = useTranslation('requests');
  // Before the first answer nobody knows whether there are none.
  const showsEmpty = isEmpty(summary) && summary.lastSuccessAt !== null;
  const hasUnsent = summary.waiting.length + summary.drafts.length > 0;
  // Below a screen full of others: drawn when those are painted.
  const isOutOfView = summary.needsYou + summary.inProgress >= CARDS_IN_VIEW;
  const isPainted = useDeferredValue(true, false);
  const group = (name: ListGroup) => (
    <RequestGroup name={name} total={summary[name]} initial={initialCards[name]} calendar={calendar} />
  );
  return (
    <>
      {summary.unread > 0 && <p>{t('unreadCount', { count: summary.unread })}</p>}
      {showsEmpty && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <EmptyList />
        </Suspense>
      )}
      {group('needsYou')}
      {hasUnsent && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <UnsentGroups waiting={summary.waiting} drafts={summary.drafts} />
        </Suspense>
      )}
      {group('inProgress')}
      {(isPainted || !isOutOfView) && group('finished')}
    </>
  );
});
