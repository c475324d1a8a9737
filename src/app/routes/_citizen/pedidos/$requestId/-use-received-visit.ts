import { useEffect, useRef, useState } from 'react';
import { useDatabase } from '../../../../../db/database-context.ts';
import { leaveReceivedPage } from '../../../../../db/requests.ts';

/**
 * *Pedido recebido* stays for as long as it is looked at, also when another tab has moved on, and over a reload: only leaving the page by
 * its own link or for another page is noted.
 */
export function useReceivedVisit(requestId: string, isJustReceived: boolean) {
  const db = useDatabase();
  const [visit, setVisit] = useState<'none' | 'showing' | 'left'>('none');
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (visit === 'none' && isJustReceived) setVisit('showing');

  useEffect(() => {
    if (visit !== 'showing') return;
    clearTimeout(leaving.current);
    return () => {
      // Not at once: strict mode takes every page away and brings it back when it is first shown.
      leaving.current = setTimeout(() => {
        if (db.isOpen()) void leaveReceivedPage(db, requestId);
      });
    };
  }, [visit, db, requestId]);

  return { isShowing: visit === 'showing', leave: () => setVisit('left') };
}
