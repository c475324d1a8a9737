import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDatabase } from '../../../../../db/core/database-context.ts';
import { noteReceivedShown } from '../../../../../db/requests/requests.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** *Pedido recebido* stands at this entry of the history. */
    isReceived?: boolean;
  }
}

/**
 * *Pedido recebido* is shown once: whoever comes to the address again finds the request. Until then it stays, whatever another tab does and
 * over a reload, which comes back to the same entry of the history.
 */
export function useReceivedVisit(requestId: string, isJustReceived: boolean) {
  const db = useDatabase();
  const navigate = useNavigate();
  const isKept = useLocation({ select: ({ state }) => state.isReceived === true });

  useEffect(() => {
    if (!isJustReceived) return;
    void navigate({ to: '.', replace: true, resetScroll: false, state: { isReceived: true } });
    void noteReceivedShown(db, requestId);
  }, [isJustReceived, db, requestId, navigate]);

  return {
    isShowing: isJustReceived || isKept,
    leave: () => void navigate({ to: '.', replace: true, state: { isReceived: false } }),
  };
}
