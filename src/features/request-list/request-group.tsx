import { memo, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxGroup } from '../../../domain/request-state.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { useThrottledQuery } from '../../db/core/use-query.ts';
import { type GroupPosition, type GroupRange, listGroupRange } from '../../db/search/group-range.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardGroup, PAGE_SIZE } from './card-group.tsx';
import { useListPosition } from './list-position.tsx';
import { CARDS_IN_VIEW, type Calendar, RequestCard } from './request-card.tsx';

interface RequestGroupProps {
  name: InboxGroup;
  total: number;
  /** Its first cards, where they are known before it is read. */
  initial: RequestRow[];
  /** How many of its cards are drawn at once, before the others: what is above them takes the rest of the screen. */
  inView: number;
  calendar: Calendar;
}

/** Where a page begins: at the newest when nothing is before it. */
type PageStart = { after: GroupPosition | null; initial: RequestRow[] };

/** One page, or as many as somebody who comes back had asked for. */
function startsOf(initial: RequestRow[]): PageStart[] {
  const starts: PageStart[] = [{ after: null, initial: initial.slice(0, PAGE_SIZE) }];
  for (let at = PAGE_SIZE; at < initial.length; at += PAGE_SIZE) {
    starts.push({ after: positionOf(initial[at - 1]), initial: initial.slice(at, at + PAGE_SIZE) });
  }
  return starts;
}

function positionOf(row: RequestRow | undefined): GroupPosition | null {
  return row ? { updatedAt: row.updatedAt, id: row.id } : null;
}

export function RequestGroup({ name, total, initial, inView, calendar }: RequestGroupProps) {
  const { t } = useTranslation('requests');
  const position = useListPosition();
  const [starts, setStarts] = useState(() => startsOf(initial));
  const [read, setRead] = useState<PageEnd | null>(null);
  const pageCount = starts.length;

  // The entry of the history also changes under the list, with what is searched.
  useEffect(() => {
    if (pageCount > 1) position.shown[name] = pageCount * PAGE_SIZE;
  }, [position, name, pageCount]);

  if (total === 0) return null;
  const pages = starts.map((start, index) => {
    const key = start.after?.id ?? 'first';
    const until = starts[index + 1]?.after ?? null;
    return <GroupPage key={key} {...{ name, ...start, until, inView, calendar }} onRead={setRead} />;
  });
  const before = pageCount - 1;
  const lastStart = starts[before];
  // What was read may still be of the page before.
  const last = read?.after === lastStart?.after ? read : null;
  const shown = before * PAGE_SIZE + (last?.count ?? lastStart?.initial.length ?? 0);
  // While the next page is being read the button stays: taking it away would move all below it twice, and the focus from under the fingers.
  const hasMore = last ? last.next.length > 0 : shown >= PAGE_SIZE && shown < total;

  function showMore() {
    if (last?.end) setStarts([...starts, { after: last.end, initial: last.next }]);
  }

  return (
    <CardGroup name={name} total={total} shown={shown} hasMore={hasMore} onShowMore={showMore}>
      {pages}
      {last === null && shown === 0 && (
        <li>
          <Skeleton label={t('loading')} />
        </li>
      )}
    </CardGroup>
  );
}

/** Where the page that begins after a place ends, and how the one after it begins; nothing of that where there is none. */
type PageEnd = Pick<GroupRange, 'after'> & { count: number; end: GroupPosition | null; next: RequestRow[] };

/** How the page begins, `initial`, is shown until the whole of it is read. */
type GroupPageProps = GroupRange & Omit<RequestGroupProps, 'total'> & { onRead: (end: PageEnd) => void };

/** The cards of one stretch; a press on *Mostrar mais* draws a further one and leaves those before alone. */
const GroupPage = memo(function GroupPage(props: GroupPageProps) {
  const { name, after, until, initial, inView, calendar, onRead } = props;
  const read = useThrottledQuery(
    // A few more than are shown, so that the next page has something to show at once.
    (db) => listGroupRange(db, name, { after, until }, PAGE_SIZE + CARDS_IN_VIEW),
    [name, after, until],
  );
  const rows = useSteadyRows(read ?? initial);
  const isLast = until === null;
  const requests = isLast ? rows.slice(0, PAGE_SIZE) : upTo(rows, until);
  const count = useDeferredValue(requests.length, Math.min(requests.length, inView));
  // Those in view come at once, and the rest when they are painted; but never after a further page, which would grow downwards then.
  const drawn = isLast ? requests.slice(0, count) : requests;

  useEffect(() => {
    if (!read || !isLast) return;
    onRead({
      after,
      count: Math.min(read.length, PAGE_SIZE),
      end: positionOf(read.slice(0, PAGE_SIZE).at(-1)),
      next: read.slice(PAGE_SIZE),
    });
  }, [read, isLast, after, onRead]);

  return drawn.map((request) => <RequestCard key={request.id} request={request} calendar={calendar} />);
});

/** When a further page has just begun, the rows read before still hold how that one begins. The request that was there may have moved by now. */
function upTo(rows: RequestRow[], until: GroupPosition): RequestRow[] {
  const last = rows.findIndex(({ id, updatedAt }) => id === until.id && updatedAt === until.updatedAt);
  return last === -1 ? rows : rows.slice(0, last + 1);
}

/** Every reading makes new rows; those that say the same as before stay the same, so that their cards need not be drawn again. */
export function useSteadyRows(read: RequestRow[]): RequestRow[] {
  const [known, setKnown] = useState({ read, rows: read });
  if (known.read === read) return known.rows;
  const rows = keepSame(known.rows, read);
  setKnown({ read, rows });
  return rows;
}

/** What the server changes of a request moves `updatedAt`; only whether it is read changes here. */
function keepSame(before: RequestRow[], read: RequestRow[]): RequestRow[] {
  const byId = new Map(before.map((row) => [row.id, row]));
  return read.map((row) => {
    const old = byId.get(row.id);
    return old && old.updatedAt === row.updatedAt && old.unread === row.unread ? old : row;
  });
}
