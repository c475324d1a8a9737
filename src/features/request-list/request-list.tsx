import { Activity, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverDay } from '../../../domain/lisbon-date.ts';
import { fetchWithoutReload } from '../../lib/fetch-without-reload.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ListFoot } from './list-foot.tsx';
import { ListGroups } from './list-groups.tsx';
import type { Searchable } from './list-search.ts';
import { countReceived, type InitialCards, type ListSummary } from './list-summary.ts';
import type { Calendar } from './request-card.tsx';
import styles from './request-list.module.css';
import { useAsked } from './use-asked.ts';

/** Fewer are seen at a glance. */
const FIND_FROM = 8;
/** More than these hide the lower groups, which then have an index. */
const MANY_CARDS = 20;

// For those who have many requests.
const FindBar = lazyPart(() => import('./find-bar.tsx'), 'FindBar');
const GroupIndex = lazyPart(() => import('./group-index.tsx'), 'GroupIndex');
// Filters and results are loaded when something is looked for.
const loadFinding = () => import('./find-section.tsx');
const FindSection = lazyPart(loadFinding, 'FindSection');

interface RequestListProps extends Searchable {
  summary: ListSummary;
  initialCards: InitialCards;
  /** To an entry of the history: all is drawn at once, or the page would be too short for where they were. */
  comesBack: boolean;
}

export function RequestList({ summary, initialCards, comesBack, search, onSearch }: RequestListProps) {
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
  const received = countReceived(summary);
  const submitted = received + waiting.length;
  const needsBar = submitted >= FIND_FROM || isFinding;
  const [hasBar, setHasBar] = useState(needsBar);
  // Once there it stays: whoever presses *Limpar* goes on in the box.
  if (needsBar && !hasBar) setHasBar(true);

  function clear() {
    ask({});
    box.current?.focus();
  }

  return (
    <>
      {hasBar && (
        <div className={styles.find}>
          <Suspense>
            <FindBar
              typed={q}
              box={box}
              showsFilters={showsFilters}
              onType={(text) => ask({ ...filters, q: text })}
              onSubmit={submit}
              onToggle={() => setShowsFilters(!showsFilters)}
              // Where it does not come, whoever looks for something is told.
              onNear={() => void fetchWithoutReload(loadFinding).catch(() => undefined)}
            />
          </Suspense>
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
      {/* Put aside and not taken down: that would make the first key of a search wait, and whoever comes back would begin at the top. */}
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
            <div className={styles.groups}>
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

/** The same object while nothing in it changes, so that cards which stay need not be drawn again. */
function useCalendar({ clockOffsetMs, extraHolidays }: ListSummary): Calendar {
  const today = serverDay(new Date(), clockOffsetMs);
  const holidays = extraHolidays.join();
  return useMemo(
    () => ({ today, extraHolidays: holidays === '' ? [] : holidays.split(',') }),
    [today, holidays],
  );
}
