import { Activity, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverDay } from '../../domain/lisbon-date.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindBar } from './find-bar.tsx';
import { ListGroups } from './list-groups.tsx';
import type { Searchable } from './list-search.ts';
import type { Overview } from './read-overview.ts';
import type { Calendar } from './request-card.tsx';
import { UpdatedLine } from './updated-line.tsx';
import { useTypedWords } from './use-typed-words.ts';

// Filters and results are loaded when something is looked for.
const loadFinding = () => import('./find-section.tsx');
const FindSection = lazy(async () => ({ default: (await loadFinding()).FindSection }));

/** The list in its groups or, once something is looked for, what was found. */
export function RequestList({ overview, search, onSearch }: Searchable & { overview: Overview }) {
  const { t } = useTranslation('requests');
  const { q = '', ...filters } = search;
  const hasFilters = Object.keys(filters).length > 0;
  const [showsFilters, setShowsFilters] = useState(hasFilters);
  const box = useRef<HTMLInputElement>(null);
  const words = useTypedWords(q, (next) => {
    const { q: before, ...rest } = search;
    onSearch(next === '' ? rest : { ...rest, q: next }, before !== undefined && next !== '');
  });
  const isFinding = words.typed.trim() !== '' || hasFilters;
  const [groupsWereShown, setGroupsWereShown] = useState(!isFinding);
  if (!isFinding && !groupsWereShown) setGroupsWereShown(true);
  const calendar = useCalendar(overview);
  const { waiting, drafts } = overview;

  function clear() {
    words.take('');
    onSearch({}, false);
    box.current?.focus();
  }

  return (
    <>
      <FindBar
        typed={words.typed}
        box={box}
        showsFilters={showsFilters}
        onType={words.type}
        onSubmit={words.submit}
        onToggle={() => setShowsFilters(!showsFilters)}
        onNear={() => void loadFinding()}
      />
      {(isFinding || showsFilters) && (
        <Suspense fallback={<Skeleton label={t('find.loading')} />}>
          <FindSection
            {...{ search, showsFilters, calendar, drafts, waiting }}
            words={words.typed}
            showsResults={isFinding}
            onSearch={(next) => {
              words.take(next.q ?? '');
              onSearch(next, false);
            }}
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
          <ListGroups overview={overview} calendar={calendar} />
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
