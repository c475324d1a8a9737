import type { CitizenDatabase } from '../core/citizen-database.ts';
import { addToMetadata, keepMetadata, readMetadata } from '../core/metadata.ts';
import type { RequestRow } from '../core/schema.ts';

/** A request that waited on this device and now has its reference. */
export type Arrived = Pick<RequestRow, 'id' | 'reference'>;

/** The caller holds a transaction over `metadata`. */
export function noteArrived(db: CitizenDatabase, requestId: string): Promise<void> {
  return addToMetadata(db, 'arrived', requestId);
}

export async function hasArrivals(db: CitizenDatabase): Promise<boolean> {
  return (await readMetadata(db, 'arrived')).length > 0;
}

/** Those that the citizen has not seen as *Pedido recebido*; from now on they count as told. */
export function takeArrived(db: CitizenDatabase): Promise<Arrived[]> {
  return db.transaction('rw', db.metadata, db.requests, async () => {
    const ids = await readMetadata(db, 'arrived');
    if (ids.length > 0) await keepMetadata(db, 'arrived', []);
    const requests = await db.requests.bulkGet(ids);
    return requests.flatMap((request) => (request?.justReceived === 1 ? [request] : []));
  });
}
