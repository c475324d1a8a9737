import type { ChangePage } from '../../contract/types.ts';
import { readChanges, readLimits } from '../api/change-calls.ts';
import type { Outcome } from '../api/client.ts';
import {
  keepMetadata,
  noteFeed,
  noteFound,
  noteSessionOver,
  readMetadata,
  readSyncState,
  takeAnswer,
} from '../db/core/metadata.ts';
import type { SyncContext } from './sync-context.ts';

/** Reads the feed page by page and takes in what is new. The caller holds the citizen's lock. */
export async function pull(context: SyncContext): Promise<void> {
  const { db, api } = context;
  let hasMore = true;
  while (hasMore && !context.isStopping()) {
    const { cursor } = await readSyncState(db);
    const outcome = await readChanges(api, db.citizenId, cursor);
    // A round that is stopping takes nothing in.
    if (context.isStopping()) return;
    if (outcome.kind === 'refused' && outcome.problem.type === 'cursor-gone' && cursor !== null) {
      const feed = await import('../db/drafts/restart-feed.ts');
      await takeAnswer(db, cursor, [db.metadata, db.drafts, db.attachments], () => feed.restartFeed(db));
    } else if (outcome.kind === 'accepted') {
      const isTaken = await takeIn(context, outcome.value, cursor);
      // A server that gives the same page again and again is asked again by a later round.
      hasMore = !isTaken || (outcome.value.more && outcome.value.cursor !== cursor);
    } else {
      await noteFailure(context, outcome);
      return;
    }
  }
}

/** Takes in a page. Most pages are empty, and do not load the code for more. */
async function takeIn(context: SyncContext, page: ChangePage, after: string | null): Promise<boolean> {
  const { db, now } = context;
  if (page.changes.length === 0) return takeAnswer(db, after, [db.metadata], () => noteFeed(db, page, now()));
  const changes = await import('./take-in-changes.ts');
  return changes.takeInChanges(context, page, after);
}

type Failure = Exclude<Outcome<unknown>, { kind: 'accepted' }>;

async function noteFailure({ db }: SyncContext, outcome: Failure): Promise<void> {
  if (outcome.kind === 'signedOut') return noteSessionOver(db);
  const isCut = outcome.kind === 'unreachable' && outcome.cause === 'network';
  // What is refused the citizen cannot mend: it is shown as a server that does not answer.
  return noteFound(db, { connection: isCut ? 'noConnection' : 'serverDown' });
}

/** Fetches the limits in force; without an answer the kept ones stay. */
export async function pullLimits({ db, api }: SyncContext): Promise<void> {
  const outcome = await readLimits(api, await readMetadata(db, 'limits'));
  if (outcome.kind === 'accepted') await keepMetadata(db, 'limits', outcome.value);
}
