import { useEffect } from 'react';
import { useDatabase } from '../../db/core/database-context.ts';
import type { MessageRow } from '../../db/core/schema.ts';
import { markRead } from '../../db/requests/request-actions.ts';

/** What stands on a page that is being looked at has been read. Behind another window it has not. */
export function useReadMark(requestId: string, messages: readonly MessageRow[] | undefined): void {
  const db = useDatabase();
  const newest = messages?.findLast(({ author }) => author === 'office')?.sentAt;

  useEffect(() => {
    if (newest === undefined) return;
    function note() {
      if (newest === undefined || document.visibilityState !== 'visible' || !db.isOpen()) return;
      void markRead(db, requestId, newest, new Date());
    }
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [db, requestId, newest]);
}
