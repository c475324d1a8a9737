import { Inbox } from 'lucide-react';
import { lazy, memo, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { FirstCards } from './read-first-list.ts';
import { isEmpty, type Overview } from './read-overview.ts';
import { CARDS_IN_VIEW, type Calendar } from './request-card.tsx';
import { RequestGroup } from './request-groups.tsx';

const UnsentGroups = lazy(async () => ({ default: (await import('./unsent-groups.tsx')).UnsentGroups }));

interface ListGroupsProps {
  overview: Overview;
  firstCards: FirstCards;
  calendar: Calendar;
}

export const ListGroups = memo(function ListGroups({ overview, firstCards, calendar }: ListGroupsProps) {
  const { t } = useTranslation('requests');
  // Before the first answer nobody knows whether there are none.
  const showsEmpty = isEmpty(overview) && overview.lastSuccessAt !== null;
  const hasUnsent = overview.waiting.length + overview.drafts.length > 0;
  // Below a screen full of others: drawn when those are painted.
  const isOutOfView = overview.needsYou + overview.inProgress >= CARDS_IN_VIEW;
  const isPainted = useDeferredValue(true, false);
  return (
    <>
      {overview.unread > 0 && <p>{t('unreadCount', { count: overview.unread })}</p>}
      {showsEmpty && (
        <EmptyState title={t('empty.title')} icon={Inbox}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
      <RequestGroup
        name="needsYou"
        total={overview.needsYou}
        ahead={firstCards.needsYou}
        calendar={calendar}
      />
      {hasUnsent && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <UnsentGroups waiting={overview.waiting} drafts={overview.drafts} />
        </Suspense>
      )}
      <RequestGroup
        name="inProgress"
        total={overview.inProgress}
        ahead={firstCards.inProgress}
        calendar={calendar}
      />
      {(isPainted || !isOutOfView) && (
        <RequestGroup
          name="finished"
          total={overview.finished}
          ahead={firstCards.finished}
          calendar={calendar}
        />
      )}
    </>
  );
});
