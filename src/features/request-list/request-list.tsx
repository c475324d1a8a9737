import { Link } from '@tanstack/react-router';
import { Activity, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lisbonDate, serverDay } from '../../../domain/lisbon-date.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { formatDateTime, formatTime } from '../../../shared/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FindBar } from './find-bar.tsx';
import { ListGroups } from './list-groups.tsx';
import type { Searchable } from './list-search.ts';
import { countReceived, type InitialCards, type ListSummary } from './list-summary.ts';
import styles from './request-list.module.css';
import { useListSearch } from './use-list-search.ts';

/** The number of requests from which the search is offered; fewer can be seen at a glance. */
const FIND_FROM = 8;
/** The number of cards above which an index leads to the lower groups. */
const MANY_CARDS = 20;

// Only citizens with many requests need it.
const GroupIndex = lazyPart(() => import('./group-index.tsx'), 'GroupIndex');
// Filters and results are loaded when the citizen searches.
const FindSection = lazyPart(() => import('./find-section.tsx'), 'FindSection');

interface RequestListProps extends Searchable {
  summary: ListSummary;
  initialCards: InitialCards;
  /** Whether the citizen comes back to a history entry. Everything is then drawn at once: otherwise the page would be too short for its scroll position. */
  comesBack: boolean;
}

export function RequestList({ summary, initialCards, comesBack, search, onSearch }: RequestListProps) {
  const { t } = useTranslation('requests');
  const { asked, ask, submit } = useListSearch({ search, onSearch });
  const { q = '', ...filters } = asked;
  const hasFilters = Object.keys(filters).length > 0;
  const [showsFilters, setShowsFilters] = useState(hasFilters);
  const box = useRef<HTMLInputElement>(null);
  const isFinding = /[\p{L}\p{N}]/u.test(q) || hasFilters;
  const groupsWereShown = useWasEver(!isFinding);
  const calendar = useCalendar(summary);
  const { waiting, drafts } = summary;
  const received = countReceived(summary);
  const submitted = received + waiting.length;
  // The bar stays once it was shown, since **Limpar** moves the focus into its field.
  const hasBar = useWasEver(submitted >= FIND_FROM || isFinding);

  function clear() {
    ask({});
    box.current?.focus();
  }

  return (
    <>
      {hasBar && (
        <div className={styles.find}>
          <FindBar
            typed={q}
            box={box}
            showsFilters={showsFilters}
            onType={(text) => ask({ ...filters, q: text })}
            onSubmit={submit}
            onToggle={() => setShowsFilters(!showsFilters)}
            onNear={() => void FindSection.preload()}
          />
        </div>
      )}
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
      {/* Hidden and not unmounted: unmounting would delay the first key of a search, and lose the position in the list. */}
      {groupsWereShown && (
        <Activity mode={isFinding ? 'hidden' : 'visible'}>
          <div className={styles.inbox}>
            {submitted + drafts.length > MANY_CARDS && (
              <div className={styles.index}>
                <Suspense>
                  <GroupIndex {...summary} />
                </Suspense>
              </div>
            )}
            <div>
              {summary.lastSuccessAt === null && (
                <p className={styles.small}>
                  {received === 0 ? t('fetching') : t('fetchingSoFar', { count: received })}
                </p>
              )}
              <ListGroups {...{ summary, initialCards, comesBack, calendar }} />
              <ListFoot lastSuccessAt={summary.lastSuccessAt} hasAny={received > 0} />
            </div>
          </div>
        </Activity>
      )}
    </>
  );
}

/** Returns true from the first time on that something is so. */
function useWasEver(isSo: boolean): boolean {
  const [wasSo, setWasSo] = useState(isSo);
  if (isSo && !wasSo) setWasSo(true);
  return wasSo;
}

/** Returns the same object while its values are the same, so that cards are not redrawn. */
function useCalendar({ clockOffsetMs, extraHolidays }: ListSummary): Calendar {
  const today = serverDay(new Date(), clockOffsetMs);
  const holidays = extraHolidays.join();
  return useMemo(
    () => ({ today, extraHolidays: holidays === '' ? [] : holidays.split(',') }),
    [today, holidays],
  );
}

interface ListFootProps {
  /** Null before the server's first answer; the list itself mentions that. */
  lastSuccessAt: string | null;
  hasAny: boolean;
}

/** The foot of the list: when it was updated, and the link to the statistics. */
function ListFoot({ lastSuccessAt, hasAny }: ListFootProps) {
  const { t, i18n } = useTranslation('requests');
  return (
    <div className={styles.foot}>
      {lastSuccessAt !== null && (
        <p className={styles.small}>
          {lisbonDate(lastSuccessAt) === lisbonDate(new Date())
            ? t('updatedToday', { time: formatTime(lastSuccessAt, i18n.language) })
            : t('updatedOn', { moment: formatDateTime(lastSuccessAt, i18n.language) })}
        </p>
      )}
      {hasAny && <Link to={ADDRESSES.statistics}>{t('find.statistics')}</Link>}
    </div>
  );
}
