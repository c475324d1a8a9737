import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { type RequestStage, readRequestStage } from './read-request-stage.ts';
import { readThread, type Thread } from './read-thread.ts';

/** What the page of a request begins with. */
export interface FirstRequest {
  /** Whose it is: nobody else is shown it. */
  citizenId: string;
  stage: RequestStage | undefined;
  thread: Thread;
}

/** Reads at one go all that the page shows, so that it is painted at one go. */
export function readFirstRequest(db: CitizenDatabase, requestId: string): Promise<FirstRequest> {
  const tables = [db.outbox, db.requests, db.messages, db.drafts, db.attachments, db.facts];
  return db.transaction('r', tables, async () => {
    const [stage, thread] = await Promise.all([readRequestStage(db, requestId), readThread(db, requestId)]);
    return { citizenId: db.citizenId, stage, thread };
  });
}
