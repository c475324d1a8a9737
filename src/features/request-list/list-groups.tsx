import { memo, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxGroup } from '../../../domain/request-state.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { KeptPosition } from './list-position.tsx';
import type { InitialCards, ListSummary } from './list-summary.ts';
import { CARDS_IN_VIEW } from './request-card.tsx';
import { RequestGroup } from './request-group.tsx';

// Loaded on its own: on few visits there is anything unsent.
const UnsentGroups = lazyPart(() => import('./unsent-groups.tsx'), 'UnsentGroups');

interface ListGroupsProps {
  summary: ListSummary;
  initialCards: InitialCards;
  comesBack: boolean;
  calendar: Calendar;
}

export const ListGroups = memo(function ListGroups(props: ListGroupsProps) {
  const { summary, initialCards, comesBack, calendar } = props;
  const { t } = useTranslation('requests');
  const { counts, waiting, drafts, lastSuccessAt } = summary;
  const isPainted = useDeferredValue(true, comesBack);
  /** A group below the first screen is drawn after the others are painted, but at once when the citizen comes back to the list. */
  const group = (name: InboxGroup, above: number) => {
    const inView = isPainted ? Number.POSITIVE_INFINITY : CARDS_IN_VIEW - above;
    return (
      inView > 0 &&
      counts[name] > 0 && (
        <RequestGroup
          {...{ name, inView, calendar, lastSuccessAt }}
          total={counts[name]}
          initial={initialCards[name]}
        />
      )
    );
  };
  const toInProgress = counts.needsYou + counts.toRead + waiting.length + drafts.length;
  const toFinished = toInProgress + counts.inProgress;
  return (
    <KeptPosition>
      {group('needsYou', 0)}
      {group('toRead', counts.needsYou)}
      {hasUnsent(summary) && (
        <Suspense fallback={<Skeleton label={t('loading')} />}>
          <UnsentGroups waiting={waiting} drafts={drafts} />
        </Suspense>
      )}
      {group('inProgress', toInProgress)}
      {group('finished', toFinished)}
    </KeptPosition>
  );
});

function hasUnsent({ waiting, drafts }: ListSummary): boolean {
  return waiting.length + drafts.length > 0;
}

/** Fetches the code before the list is drawn: groups that come later would push the others down. */
export async function prepareUnsent(summary: ListSummary | undefined): Promise<void> {
  if (summary && hasUnsent(summary)) await UnsentGroups.preload();
}
