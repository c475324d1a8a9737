import type { CitizenDatabase } from '../core/citizen-database.ts';
import { addToMetadata, keepMetadata, readMetadata } from '../core/metadata.ts';
import type { RequestRow } from '../core/schema.ts';
import { isOpen } from '../drafts/drafts.ts';

/** A request that waited on this device and now has its reference. */
export type Arrived = Pick<RequestRow, 'id' | 'reference' | 'kind'>;

interface Outcomes {
  arrived: Arrived[];
  /** Ids of requests that were refused and are drafts again, and of requests whose page says which action was refused. */
  refused: string[];
}

/** Notes that an entry of this request arrived or was refused. The caller holds a transaction over `metadata`. */
export function noteOutcome(db: CitizenDatabase, requestId: string): Promise<void> {
  return addToMetadata(db, 'outcomes', requestId);
}

export async function hasOutcomes(db: CitizenDatabase): Promise<boolean> {
  return (await readMetadata(db, 'outcomes')).length > 0;
}

/** Takes the outcomes that the citizen has not been told. They count as told from then on. */
export function takeOutcomes(db: CitizenDatabase): Promise<Outcomes> {
  return db.transaction('rw', db.metadata, db.requests, db.drafts, async () => {
    const outcomes = await readOutcomes(db);
    if (await hasOutcomes(db)) await keepMetadata(db, 'outcomes', []);
    return outcomes;
  });
}

/** Reads what the citizen has not been told: requests that arrived unseen, and those to be corrected. */
export function readOutcomes(db: CitizenDatabase): Promise<Outcomes> {
  return db.transaction('r', db.metadata, db.requests, db.drafts, async () => {
    const ids = await readMetadata(db, 'outcomes');
    if (ids.length === 0) return { arrived: [], refused: [] };
    const requests = await db.requests.bulkGet(ids);
    const drafts = await db.drafts.filter((draft) => isOpen(draft) && draft.refusal !== null).toArray();
    const actions = await readMetadata(db, 'refusedActions');
    const refused = new Set([
      ...drafts.map(({ id, replyTo }) => replyTo?.requestId ?? id),
      ...actions.map(({ requestId }) => requestId),
    ]);
    return {
      arrived: requests.flatMap((request) => (request?.justReceived === 1 ? [request] : [])),
      refused: ids.filter((id) => refused.has(id)),
    };
  });
}

export function noteTold(db: CitizenDatabase, told: readonly string[]): Promise<void> {
  return db.transaction('rw', db.metadata, async () => {
    const before = await readMetadata(db, 'outcomes');
    const untold = before.filter((requestId) => !told.includes(requestId));
    await keepMetadata(db, 'outcomes', untold);
  });
}
