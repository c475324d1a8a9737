import { memo, useDeferredValue, useEffect, useState } from 'react';
import type { InboxGroup } from '../../../domain/request-state.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { useThrottledQuery } from '../../db/core/use-query.ts';
import {
  type GroupPosition,
  type GroupRange,
  type ListedRequest,
  listGroupRange,
} from '../../db/search/group-range.ts';
import { CardGroup, PAGE_SIZE } from './card-group.tsx';
import { useListPosition } from './list-position.tsx';
import type { ListSummary } from './list-summary.ts';
import { CARDS_IN_VIEW, RequestCard } from './request-card.tsx';

interface RequestGroupProps {
  name: InboxGroup;
  total: number;
  /** The group's first cards, read with its total. */
  initial: ListedRequest[];
  /** The number of cards that are on the first screen and are drawn before the others. */
  inView: number;
  calendar: Calendar;
  lastSuccessAt: ListSummary['lastSuccessAt'];
}

/** The position after which a page begins; null for the page that begins at the newest request. */
type PageStart = { after: GroupPosition | null; initial: ListedRequest[] };

/** Returns the starts of the pages: one page, or as many as the citizen had unfolded before they came back. */
function startsOf(initial: ListedRequest[]): PageStart[] {
  const starts: PageStart[] = [{ after: null, initial: initial.slice(0, PAGE_SIZE) }];
  for (let at = PAGE_SIZE; at < initial.length; at += PAGE_SIZE) {
    starts.push({ after: initial[at - 1] ?? null, initial: initial.slice(at, at + PAGE_SIZE) });
  }
  return starts;
}

export function RequestGroup(props: RequestGroupProps) {
  const { name, total, initial, inView, calendar, lastSuccessAt } = props;
  const position = useListPosition();
  const [starts, setStarts] = useState(() => startsOf(initial));
  const [read, setRead] = useState<PageEnd | null>(null);
  const pageCount = starts.length;

  // A search changes the history entry, and so the position, while the list stays.
  useEffect(() => {
    if (pageCount > 1) position.shown[name] = pageCount * PAGE_SIZE;
  }, [position, name, pageCount]);

  const pages = starts.map((start, index) => {
    const key = start.after?.id ?? 'first';
    const until = starts[index + 1]?.after ?? null;
    return <GroupPage key={key} {...{ name, ...start, until, inView, calendar }} onRead={setRead} />;
  });
  const before = pageCount - 1;
  const lastStart = starts[before];
  // After **Mostrar mais**, `read` may still be the end of the previous page.
  const last = read?.after === lastStart?.after ? read : null;
  const shown = before * PAGE_SIZE + (last?.count ?? lastStart?.initial.length ?? 0);
  // The button stays while the next page is read: without it all below would move twice, and the focus would be lost.
  const hasNext = last ? last.next.length > 0 : shown >= PAGE_SIZE && shown < total;
  // Once another page follows it, the first page would draw all newer cards at once: thousands, while the device fetches for the first time.
  const hasMore = lastSuccessAt !== null && hasNext;

  function showMore() {
    if (last?.end) setStarts([...starts, { after: last.end, initial: last.next }]);
  }

  return (
    <CardGroup name={name} total={total} shown={shown} hasMore={hasMore} onShowMore={showMore}>
      {pages}
    </CardGroup>
  );
}

/** The end of a page, and the first cards of the next one; null and empty where no page follows. */
type PageEnd = Pick<GroupRange, 'after'> & {
  count: number;
  end: GroupPosition | null;
  next: ListedRequest[];
};

/** `initial`: the page's first cards, which are shown until all are read. */
type GroupPageProps = GroupRange &
  Omit<RequestGroupProps, 'total' | 'lastSuccessAt'> & { onRead: (end: PageEnd) => void };

/** The cards of one page. **Mostrar mais** adds a page and does not redraw the pages before it. */
const GroupPage = memo(function GroupPage(props: GroupPageProps) {
  const { name, after, until, initial, inView, calendar, onRead } = props;
  const read = useThrottledQuery(
    // Reads a few cards more than the page shows, so that the next page has cards at once.
    (db) => listGroupRange(db, name, { after, until }, PAGE_SIZE + CARDS_IN_VIEW),
    [name, after, until],
  );
  const rows = useSteadyRows(read ?? initial);
  const isLast = until === null;
  const requests = isLast ? rows.slice(0, PAGE_SIZE) : upTo(rows, until);
  const count = useDeferredValue(requests.length, Math.min(requests.length, inView));
  // The cards in view are drawn first, the others once those are painted. But a page that is followed by another is drawn at once, so that it does not push the
  // next page down.
  const drawn = isLast ? requests.slice(0, count) : requests;

  useEffect(() => {
    if (!read || !isLast) return;
    onRead({
      after,
      count: Math.min(read.length, PAGE_SIZE),
      end: read[PAGE_SIZE - 1] ?? null,
      next: read.slice(PAGE_SIZE),
    });
  }, [read, isLast, after, onRead]);

  return drawn.map((request) => <RequestCard key={request.id} request={request} calendar={calendar} />);
});

/**
 * Returns the rows up to the page's end. Rows that were read before **Mostrar mais** also hold the beginning of the next page. The request at the end may have
 * moved meanwhile.
 */
function upTo(rows: ListedRequest[], until: GroupPosition): ListedRequest[] {
  const last = rows.findIndex(({ id, updatedAt }) => id === until.id && updatedAt === until.updatedAt);
  return last === -1 ? rows : rows.slice(0, last + 1);
}

/** Keeps the objects of rows that have not changed, so that their cards are not redrawn. Each reading makes new objects. */
export function useSteadyRows(read: ListedRequest[]): ListedRequest[] {
  const [known, setKnown] = useState({ read, rows: read });
  if (known.read === read) return known.rows;
  const rows = keepSame(known.rows, read);
  setKnown({ read, rows });
  return rows;
}

/** Compares the fields that an update by the server, a moved due date, a reading by the citizen or a message changes. */
function keepSame(before: ListedRequest[], read: ListedRequest[]): ListedRequest[] {
  const byId = new Map(before.map((row) => [row.id, row]));
  return read.map((row) => {
    const old = byId.get(row.id);
    const isSame =
      old &&
      old.updatedAt === row.updatedAt &&
      old.unread === row.unread &&
      old.newest === row.newest &&
      old.dueOn === row.dueOn;
    return isSame ? old : row;
  });
}
