import { Activity, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverDay } from '../../domain/lisbon-date.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindBar } from './find-bar.tsx';
import { ListGroups } from './list-groups.tsx';
import type { Searchable } from './list-search.ts';
import type { FirstCards } from './read-first-list.ts';
import type { Overview } from './read-overview.ts';
import type { Calendar } from './request-card.tsx';
import { UpdatedLine } from './updated-line.tsx';
import { useAsked } from './use-asked.ts';

// Filters and results are loaded when something is looked for.
const loadFinding = () => import('./find-section.tsx');
const FindSection = lazy(async () => ({ default: (await loadFinding()).FindSection }));

interface RequestListProps extends Searchable {
  overview: Overview;
  firstCards: FirstCards;
}

/** The list in its groups or, once something is looked for, what was found. */
export function RequestList({ overview, firstCards, search, onSearch }: RequestListProps) {
  const { t } = useTranslation('requests');
  const { asked, ask, submit } = useAsked({ search, onSearch });
  const { q = '', ...filters } = asked;
  const hasFilters = Object.keys(filters).length > 0;
  const [showsFilters, setShowsFilters] = useState(hasFilters);
  const box = useRef<HTMLInputElement>(null);
  const isFinding = q.trim() !== '' || hasFilters;
  const [groupsWereShown, setGroupsWereShown] = useState(!isFinding);
  if (!isFinding && !groupsWereShown) setGroupsWereShown(true);
  const calendar = useCalendar(overview);
  const { waiting, drafts } = overview;

  function clear() {
    ask({});
    box.current?.focus();
  }

  return (
    <>
      <FindBar
        typed={q}
        box={box}
        showsFilters={showsFilters}
        onType={(text) => ask({ ...filters, q: text })}
        onSubmit={submit}
        onToggle={() => setShowsFilters(!showsFilters)}
        onNear={() => void loadFinding()}
      />
      {(isFinding || showsFilters) && (
        <Suspense fallback={<Skeleton label={t('find.loading')} />}>
          <FindSection
            {...{ showsFilters, calendar, drafts, waiting }}
            search={asked}
            showsResults={isFinding}
            onSearch={ask}
            onClear={clear}
          />
        </Suspense>
      )}
      {/* Put aside and not taken down: that would make the first key of a search wait, and whoever comes back would begin at the top. */}
      {groupsWereShown && (
        <Activity mode={isFinding ? 'hidden' : 'visible'}>
          <UpdatedLine
            lastSuccessAt={overview.lastSuccessAt}
            soFar={overview.needsYou + overview.inProgress + overview.finished}
            now={new Date()}
          />
          <ListGroups overview={overview} firstCards={firstCards} calendar={calendar} />
        </Activity>
      )}
    </>
  );
}

/** The same object while nothing in it changes, so that cards which stay need not be drawn again. */
function useCalendar({ clockOffsetMs, extraHolidays }: Overview): Calendar {
  const today = serverDay(new Date(), clockOffsetMs);
  const holidays = extraHolidays.join();
  return useMemo(
    () => ({ today, extraHolidays: holidays === '' ? [] : holidays.split(',') }),
    [today, holidays],
  );
}
