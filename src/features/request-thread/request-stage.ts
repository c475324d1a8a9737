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

/** Read together, so that the first drawing shows how it stands. */
interface WaitingRequest {
  entry: OutboxRow<SubmitRequestCommand>;
  progress: SendingProgressRow | undefined;
  connection: SyncState['connection'];
}

/** Where on its way something is; its address is the same from the first key to the answer. */
export type RequestStage =
  | { at: 'draft'; draft: DraftRow }
  | ({ at: 'waiting' } & WaitingRequest)
  | { at: 'received'; request: RequestRow }
  | { at: 'request'; request: RequestRow }
  /** `fetched`: the server has told what there is, so it will not turn up. */
  | { at: 'unknown'; fetched: boolean };

export async function readRequestStage(db: CitizenDatabase, id: string): Promise<RequestStage | undefined> {
  const entry = await readWaiting(db, id);
  if (entry) {
    const [progress, { connection }] = await Promise.all([readProgress(db, id), readSyncState(db)]);
    return { at: 'waiting', entry, progress, connection };
  }
  const request = await readRequest(db, id);
  if (request) return { at: request.justReceived === 1 ? 'received' : 'request', request };
  const draft = await readDraft(db, id);
  // Submitted between these reads: the next answer has it in the outbox.
  if (draft?.submittedAt) return undefined;
  if (isOpen(draft)) return { at: 'draft', draft };
  return { at: 'unknown', fetched: (await readSyncState(db)).lastSuccessAt !== null };
}

export type InitialRequest = Awaited<ReturnType<typeof readInitialRequest>>;

/** Reads at one go all that the page shows, so that it is painted at one go. */
export function readInitialRequest(db: CitizenDatabase, requestId: string) {
  const tables = [db.outbox, db.progress, db.requests, db.messages, db.drafts, db.attachments, db.metadata];
  return db.transaction('r', tables, async () => {
    const [stage, thread, profile] = await Promise.all([
      readRequestStage(db, requestId),
      readThread(db, requestId),
      readProfile(db),
    ]);
    // Whose it is: nobody else is shown it.
    return { citizenId: db.citizenId, stage, thread, profile };
  });
}
