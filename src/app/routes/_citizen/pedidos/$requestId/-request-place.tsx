import { Navigate } from '@tanstack/react-router';
import { useOwn, useQuery } from '../../../../../db/core/database-context.ts';
import { ReceivedPage } from '../../../../../features/receipt/received-page.tsx';
import { LoadingRequest } from '../../../../../features/request-thread/loading-request.tsx';
import { MissingRequestPage } from '../../../../../features/request-thread/missing-request-page.tsx';
import type { FirstRequest } from '../../../../../features/request-thread/read-first-request.ts';
import { readRequestStage } from '../../../../../features/request-thread/read-request-stage.ts';
import { NotSentPage } from '../../../../../features/sync-status/not-sent-page.tsx';
import { stepAddress } from '../../../../../parts/addresses.ts';
import { RequestView } from './-request-view.tsx';
import { useReceivedVisit } from './-use-received-visit.ts';

interface RequestPlaceProps {
  requestId: string;
  /** What was read of it before it is shown. */
  first: FirstRequest | null;
}

/** One address from *Submeter pedido* to the answer: which page stands here is whatever the database has. */
export function RequestPlace({ requestId, first }: RequestPlaceProps) {
  const own = useOwn(first);
  const stage = useQuery((db) => readRequestStage(db, requestId), [requestId], own?.stage);
  const { isShowing, leave } = useReceivedVisit(requestId, stage?.at === 'received');
  if (!stage) return <LoadingRequest />;
  switch (stage.at) {
    case 'waiting':
      return <NotSentPage entry={stage.entry} />;
    case 'received':
    case 'request':
      if (isShowing) return <ReceivedPage request={stage.request} onOpenRequest={leave} />;
      return <RequestView request={stage.request} thread={own?.thread} />;
    case 'draft':
      return <Navigate to={stepAddress(stage.draft)} params={{ draftId: requestId }} replace />;
    case 'unknown':
      return <MissingRequestPage fetched={stage.fetched} />;
  }
}
