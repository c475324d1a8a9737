import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readProfile, readSyncState, type SyncState } from '../../db/core/metadata.ts';
import type {
  DraftRow,
  OutboxRow,
  RequestRow,
  SendingProgressRow,
  SubmitRequestCommand,
} from '../../db/core/schema.ts';
import { isOpen, readDraft } from '../../db/drafts/drafts.ts';
import { readProgress, readWaiting } from '../../db/outbox/outbox.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { readThread } from './read-thread.ts';

/** A request in the outbox. It is read in one transaction, so that the first drawing shows the true stage. */
interface WaitingRequest {
  entry: OutboxRow<SubmitRequestCommand>;
  progress: SendingProgressRow | undefined;
  connection: SyncState['connection'];
}

/** The stage of a request. Its address stays the same from the first key to the answer. */
export type RequestStage =
  | { at: 'draft'; draft: DraftRow }
  | ({ at: 'waiting' } & WaitingRequest)
  | { at: 'request'; request: RequestRow }
  /** `fetched` is true when the feed was read to its end, so that the request does not exist. */
  | { at: 'unknown'; fetched: boolean };

export async function readRequestStage(db: CitizenDatabase, id: string): Promise<RequestStage | undefined> {
  const entry = await readWaiting(db, id);
  if (entry) {
    const [progress, { connection }] = await Promise.all([readProgress(db, entry), readSyncState(db)]);
    return { at: 'waiting', entry, progress, connection };
  }
  const request = await readRequest(db, id);
  if (request) return { at: 'request', request };
  const draft = await readDraft(db, id);
  // The draft was submitted between the two reads; the next read finds it in the outbox.
  if (draft?.submittedAt) return undefined;
  if (isOpen(draft)) return { at: 'draft', draft };
  return { at: 'unknown', fetched: (await readSyncState(db)).lastSuccessAt !== null };
}

export type InitialRequest = Awaited<ReturnType<typeof readInitialRequest>>;

/** Reads everything that the page shows, so that it is painted as a whole. */
export function readInitialRequest(db: CitizenDatabase, requestId: string) {
  return db.transaction('r', db.tables, async () => {
    const [stage, thread, profile] = await Promise.all([
      readRequestStage(db, requestId),
      readThread(db, requestId),
      readProfile(db),
    ]);
    // The id of the owner: the request is shown to nobody else.
    return { citizenId: db.citizenId, stage, thread, profile };
  });
}
