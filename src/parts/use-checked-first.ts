import { useEffect } from 'react';
import { useDatabase } from '../db/core/database-context.ts';
import { endQuietly } from '../db/core/storage-errors.ts';
import { checkFirst } from '../db/requests/receipt-batches.ts';

/** Has the receipts of the request on the screen checked before those that nobody looks at. */
export function useCheckedFirst(requestId: string): void {
  const db = useDatabase();
  useEffect(() => void checkFirst(db, requestId).catch(endQuietly), [db, requestId]);
}
