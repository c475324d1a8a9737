import { lockClerk } from '../clerks/clerks.ts';
import type { Tx } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { readerOfClerk } from '../services/reach.ts';
import { findWithin } from './read-request.ts';

/**
 * Whether something may still be sent about the request in the clerk's name: they may have been removed, or taken out of its service. Until the transaction
 * ends, whoever does so waits.
 */
export async function isStillTheirs(tx: Tx, named: NamedRequest, userName: string): Promise<boolean> {
  const clerk = await lockClerk(tx, userName);
  if (!clerk) return false;
  const { reach } = await readerOfClerk(tx, clerk);
  return (await findWithin(tx, named, reach)) !== undefined;
}
