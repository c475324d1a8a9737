import { memo, useDeferredValue, useEffect } from 'react';
import { type GroupPlace, type GroupStretch, listStretch } from '../../db/request-query-page.ts';
import type { RequestRow } from '../../db/schema.ts';
import { useCalmQuery } from '../../db/use-calm-query.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { CARDS_IN_VIEW, type Calendar, RequestCard } from './request-card.tsx';
import { PAGE_SIZE } from './use-paging.ts';
import { useSteadyRows } from './use-steady-rows.ts';

/** What the last page of a group holds. */
export interface LastPage {
  count: number;
  end: GroupPlace | null;
}

interface GroupPageProps extends GroupStretch {
  name: ListGroup;
  calendar: Calendar;
  onLast: (page: LastPage) => void;
}

/** The cards of one stretch; a press on *Mostrar mais* draws a further one and leaves those before alone. */
export const GroupPage = memo(function GroupPage({ name, after, until, calendar, onLast }: GroupPageProps) {
  const requests = useSteadyRows(
    useCalmQuery((db) => listStretch(db, name, { after, until }, PAGE_SIZE), [name, after, until]),
  );

  useEffect(() => {
    const last = requests?.at(-1);
    if (requests && until === null) {
      onLast({ count: requests.length, end: last ? { updatedAt: last.updatedAt, id: last.id } : null });
    }
  }, [requests, until, onLast]);

  return requests && <Cards requests={requests} calendar={calendar} />;
});

/** Those in view come at once; the rest follows when that is painted. */
function Cards({ requests, calendar }: { requests: RequestRow[]; calendar: Calendar }) {
  const limit = useDeferredValue(requests.length, CARDS_IN_VIEW);
  return requests
    .slice(0, limit)
    .map((request) => <RequestCard key={request.id} request={request} calendar={calendar} />);
}
