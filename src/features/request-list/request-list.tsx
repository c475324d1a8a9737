import { Activity, lazy, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate, serverDay } from '../../domain/lisbon-date.ts';
import { formatDateTime, formatTime } from '../../lib/format-date.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindBar } from './find-bar.tsx';
import { ListGroups } from './list-groups.tsx';
import type { Searchable } from './list-search.ts';
import type { InitialCards, ListSummary } from './list-summary.ts';
import type { Calendar } from './request-card.tsx';
import styles from './request-list.module.css';
import { useAsked } from './use-asked.ts';

// Filters and results are loaded when something is looked for.
const loadFinding = () => import('./find-section.tsx');
const FindSection = lazy(async () => ({ default: (await loadFinding()).FindSection }));

interface RequestListProps extends Searchable {
  summary: ListSummary;
  initialCards: InitialCards;
}

export function RequestList({ summary, initialCards, search, onSearch }: RequestListProps) {
  const { t } = useTranslation('requests');
  const { asked, ask, submit } = useAsked({ search, onSearch });
  const { q = '', ...filters } = asked;
  const hasFilters = Object.keys(filters).length > 0;
  const [showsFilters, setShowsFilters] = useState(hasFilters);
  const box = useRef<HTMLInputElement>(null);
  const isFinding = q.trim() !== '' || hasFilters;
  const [groupsWereShown, setGroupsWereShown] = useState(!isFinding);
  if (!isFinding && !groupsWereShown) setGroupsWereShown(true);
  const calendar = useCalendar(summary);
  const { waiting, drafts } = summary;

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
          <UpdatedLine summary={summary} />
          <ListGroups summary={summary} initialCards={initialCards} calendar={calendar} />
        </Activity>
      )}
    </>
  );
}

/** The same object while nothing in it changes, so that cards which stay need not be drawn again. */
function useCalendar({ clockOffsetMs, extraHolidays }: ListSummary): Calendar {
  const today = serverDay(new Date(), clockOffsetMs);
  const holidays = extraHolidays.join();
  return useMemo(
    () => ({ today, extraHolidays: holidays === '' ? [] : holidays.split(',') }),
    [today, holidays],
  );
}

function UpdatedLine({ summary }: { summary: ListSummary }) {
  const { t, i18n } = useTranslation('requests');
  const { lastSuccessAt } = summary;
  if (lastSuccessAt === null) {
    const soFar = summary.needsYou + summary.inProgress + summary.finished;
    return (
      <p className={styles.updated}>{soFar === 0 ? t('fetching') : t('fetchingSoFar', { count: soFar })}</p>
    );
  }
  const isToday = lisbonDate(lastSuccessAt) === lisbonDate(new Date());
  return (
    <p className={styles.updated}>
      {isToday
        ? t('updatedToday', { time: formatTime(lastSuccessAt, i18n.language) })
        : t('updatedOn', { moment: formatDateTime(lastSuccessAt, i18n.language) })}
    </p>
  );
}
