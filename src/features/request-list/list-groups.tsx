import { memo, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxGroup } from '../../domain/request-state.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { hasUnsent, pickUnsentGroups } from './lazy-unsent-groups.ts';
import { KeptPlace } from './list-place.tsx';
import type { InitialCards, ListSummary } from './list-summary.ts';
import { CARDS_IN_VIEW, type Calendar } from './request-card.tsx';
import { RequestGroup } from './request-group.tsx';

interface ListGroupsProps {
  summary: ListSummary;
  initialCards: InitialCards;
  calendar: Calendar;
}

export const ListGroups = memo(function ListGroups({ summary, initialCards, calendar }: ListGroupsProps) {
  const { t } = useTranslation('requests');
  const { counts, waiting, drafts } = summary;
  const [UnsentGroups] = useState(pickUnsentGroups);
  // Below a screen full of others: drawn when those are painted, but at once for whoever comes back to it.
  const isOutOfView = counts.toRead + counts.needsYou + counts.inProgress >= CARDS_IN_VIEW;
  const isPainted = useDeferredValue(true, initialCards.finished.length > CARDS_IN_VIEW);
  const group = (name: InboxGroup) => (
    <RequestGroup name={name} total={counts[name]} initial={initialCards[name]} calendar={calendar} />
  );
  return (
    <KeptPlace>
      {group('toRead')}
      {group('needsYou')}
      {hasUnsent(summary) && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <UnsentGroups waiting={waiting} drafts={drafts} />
        </Suspense>
      )}
      {group('inProgress')}
      {(isPainted || !isOutOfView) && group('finished')}
    </KeptPlace>
  );
});
