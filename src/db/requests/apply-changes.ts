import type { Change, ChangePage } from '../../../contract/types.ts';
import { assertNever } from '../../lib/assert-never.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { countChange, countNew } from '../core/counters.ts';
import { noteFeed } from '../core/metadata.ts';
import type { OutboxRow } from '../core/schema.ts';
import { takeAccountDeletion, takeAccountDraft } from '../drafts/account-drafts.ts';
import { forgetDownload } from '../files/downloads.ts';
import { type Arrival, draftIdOf, isDraftEntry, rulesOf } from '../outbox/commands.ts';
import { dropRatingDraft } from '../outbox/rating-draft.ts';
import { dismissRefusedAction } from '../outbox/refusals.ts';
import { messagesOf, putMessage } from './messages.ts';
import { withUnfit } from './receipt-checks.ts';
import { putRequest, toRow } from './requests.ts';
import { forgetStatusCode } from './status-codes.ts';

async function applyChange(db: CitizenDatabase, change: Change, now: Date): Promise<void> {
  switch (change.type) {
    case 'request':
    case 'message':
      return takeIn(db, change);
    case 'draft':
      return takeAccountDraft(db, change.draft, now);
    case 'draftDeleted':
      await takeAccountDeletion(db, change.draftId, now);
      return forgetRequest(db, change.draftId);
    default:
      return assertNever(change);
  }
}

async function takeIn(db: CitizenDatabase, arrival: Arrival): Promise<void> {
  if (arrival.type === 'request') {
    const { request } = arrival;
    await putRequest(db, withUnfit(request, await db.requests.get(request.id)));
  } else {
    const { message } = arrival;
    await putMessage(db, withUnfit(message, await db.messages.get(message.id)));
  }
}

/** Takes in a page of the feed together with its cursor, so that a kill in between repeats the page and loses nothing. */
export async function applyChanges(db: CitizenDatabase, page: ChangePage, now: Date): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const change of await insertNew(db, page.changes)) await applyChange(db, change, now);
    await noteFeed(db, page, now);
  });
}

/** Takes in the request or messages that came of an entry, like changes of the feed, and deletes this entry alone. */
export async function recordAccepted(
  db: CitizenDatabase,
  entry: OutboxRow,
  arrivals: readonly Arrival[],
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const arrival of arrivals) await takeIn(db, arrival);
    await db.outbox.delete(entry.commandId);
    // An earlier refusal of the same command no longer counts.
    const { refusedAs } = rulesOf(entry);
    if (refusedAs) await dismissRefusedAction(db, entry.requestId, refusedAs);
  });
}

/**
 * Writes in bulk the requests and messages that are new to this device, as nearly all are in a first pull: there is nothing to compare or to reconcile,
 * and one by one ten thousand requests take minutes on a slow device. Returns the changes that are left.
 */
async function insertNew(db: CitizenDatabase, changes: Change[]): Promise<Change[]> {
  const known = await readKnown(db, changes.flatMap(idOf));
  const unknown = new Set<Change>();
  for (const change of changes) {
    for (const id of idOf(change)) {
      if (!known.has(id)) unknown.add(change);
      // The same id again on this page is another version of it.
      known.add(id);
    }
  }
  const requests = [...unknown].flatMap((change) =>
    change.type === 'request' ? [toRow(change.request, null, 0)] : [],
  );
  const messages = [...unknown].flatMap((change) => (change.type === 'message' ? [change.message] : []));
  for (const some of inSlices(requests)) await db.requests.bulkPut(some);
  for (const some of inSlices(messages)) await db.messages.bulkPut(some);
  await countNew(db, requests);
  return changes.filter((change) => !unknown.has(change));
}

function idOf(change: Change): string[] {
  if (change.type === 'request') return [change.request.id];
  return change.type === 'message' ? [change.message.id] : [];
}

/**
 * A page of the feed in one piece would be a task that a press waits for. In slices of fewer than 50, Dexie tells each open query of each row by each of its
 * indexes when they are kept, which is a longer task still.
 */
const SLICE = 50;

function inSlices<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / SLICE) }, (_, n) =>
    list.slice(n * SLICE, (n + 1) * SLICE),
  );
}

/** Reads which ids this device knows: from the server, as a draft, or in the outbox. */
async function readKnown(db: CitizenDatabase, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const known = new Set<string>();
  for (const some of inSlices(ids)) {
    const rows = [...(await db.requests.bulkGet(some)), ...(await db.messages.bulkGet(some))];
    for (const row of rows) if (row) known.add(row.id);
  }
  // Of drafts and entries there are few: all of them are read sooner than each id is looked up.
  for (const id of await db.drafts.toCollection().primaryKeys()) known.add(id);
  for (const entry of await db.outbox.toArray()) {
    known.add(entry.requestId);
    if (isDraftEntry(entry)) known.add(draftIdOf(entry));
  }
  return known;
}

/**
 * Erases a request that the institution no longer keeps, with its messages and files. A message that the citizen has not sent yet stays; a rating that
 * is being written goes, since no page is left to send or end it. A request that is not closed or withdrawn is never erased. The caller holds a transaction over
 * all tables.
 */
async function forgetRequest(db: CitizenDatabase, id: string): Promise<void> {
  const request = await db.requests.get(id);
  if (!request || (request.state !== 'closed' && request.state !== 'withdrawn')) return;
  await db.requests.delete(id);
  await countChange(db, request, undefined);
  await messagesOf(db, id).delete();
  await dropRatingDraft(db, id);
  await forgetStatusCode(db, id);
  const downloads = await db.files.filter(({ requestId }) => requestId === id).primaryKeys();
  for (const attachmentId of downloads) await forgetDownload(db, attachmentId);
}
