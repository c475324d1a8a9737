import { memo, useDeferredValue, useEffect } from 'react';
import { useThrottledQuery } from '../../db/core/database-context.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { type GroupPlace, type GroupStretch, listStretch } from '../../db/search/group-stretch.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { CARDS_IN_VIEW, type Calendar, RequestCard } from './request-card.tsx';
import { PAGE_SIZE } from './use-paging.ts';
import { useSteadyRows } from './use-steady-rows.ts';

/** Where the last page of a group ends, and how the one after it begins; nothing of that where there is none. */
export interface LastPage {
  count: number;
  end: GroupPlace | null;
  next: RequestRow[];
}

interface GroupPageProps extends GroupStretch {
  name: ListGroup;
  /** How the page begins: it is shown until the whole of it is read. */
  ahead: RequestRow[];
  calendar: Calendar;
  onLast: (page: LastPage) => void;
}

/** The cards of one stretch; a press on *Mostrar mais* draws a further one and leaves those before alone. */
export const GroupPage = memo(function GroupPage(props: GroupPageProps) {
  const { name, after, until, ahead, calendar, onLast } = props;
  const read = useThrottledQuery(
    // A few more than are shown, so that the next page has something to show at once.
    (db) => listStretch(db, name, { after, until }, PAGE_SIZE + CARDS_IN_VIEW),
    [name, after, until],
  );
  const rows = useSteadyRows(read ?? ahead);
  const isLast = until === null;
  const requests = isLast ? rows.slice(0, PAGE_SIZE) : upTo(rows, until);
  const inView = useDeferredValue(requests.length, CARDS_IN_VIEW);
  // Those in view come at once, and the rest when they are painted; but never after a further page, which would grow downwards then.
  const drawn = isLast ? requests.slice(0, inView) : requests;

  useEffect(() => {
    if (!read || !isLast) return;
    const last = read.slice(0, PAGE_SIZE).at(-1);
    onLast({
      count: Math.min(read.length, PAGE_SIZE),
      end: last ? { updatedAt: last.updatedAt, id: last.id } : null,
      next: read.slice(PAGE_SIZE),
    });
  }, [read, isLast, onLast]);

  return drawn.map((request) => <RequestCard key={request.id} request={request} calendar={calendar} />);
});

/** When a further page has just begun, the rows read before still hold how that one begins. */
function upTo(rows: RequestRow[], until: GroupPlace): RequestRow[] {
  const last = rows.findIndex(({ id }) => id === until.id);
  return last === -1 ? rows : rows.slice(0, last + 1);
}
