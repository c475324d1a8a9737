import type { CitizenRequest } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { type InboxGroup, inboxGroupOf } from '../../../domain/request-state.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { countChange } from '../core/counters.ts';
import type { CheckedRequest, RequestRow } from '../core/schema.ts';
import { reconcileDraft } from '../drafts/reconcile-draft.ts';
import { endEntries } from '../outbox/end-entries.ts';
import { readWaiting } from '../outbox/outbox.ts';
import { noteOutcome } from '../outbox/outcomes.ts';

type Reminded = CheckedRequest & Pick<RequestRow, 'remindOn'>;

/**
 * Returns the request with the later of two read marks, the server's and this device's: the server may not have the device's yet, and must not make the
 * request unread again. Instants are by the server's clock.
 */
export function withReadMark<R extends Reminded>(
  request: R,
  readUpTo: string | null,
): R & { unread: 0 | 1; group: InboxGroup } {
  const upTo = (request.readUpTo ?? '') < (readUpTo ?? '') ? readUpTo : request.readUpTo;
  const hasNews = request.lastMessageAt !== null && request.lastMessageAt > (upTo ?? '');
  return {
    ...request,
    readUpTo: upTo,
    unread: hasNews ? 1 : 0,
    // The group is that of the day of the last change; `moveByDay` moves the request on when more days have passed.
    group: inboxGroupOf(request, hasNews, lisbonDate(request.updatedAt)),
  };
}

export function toRow(request: Reminded, readUpTo: string | null, justReceived: 0 | 1): RequestRow {
  return { ...withReadMark(request, readUpTo), justReceived };
}

/**
 * Takes in what the server says of a request, and reconciles the draft that it was. Only here and in `putMessage` do a citizen's words and
 * files leave the outbox. The caller holds a transaction over all tables.
 */
export async function putRequest(db: CitizenDatabase, request: CheckedRequest): Promise<void> {
  const before = await db.requests.get(request.id);
  const draft = await db.drafts.get(request.id);
  // An answer that was long on its way must not undo newer news.
  if (!before || before.updatedAt <= request.updatedAt) {
    const reminded = { ...request, ...(before?.remindOn && { remindOn: before.remindOn }) };
    const after = toRow(reminded, before?.readUpTo ?? null, draft ? 1 : (before?.justReceived ?? 0));
    await db.requests.put(after);
    await countChange(db, before, after);
  }
  if (draft) await reconcileDraft(db, draft, request);
  if (await readWaiting(db, request.id)) await noteOutcome(db, request.id);
  await endEntries(db, request.id, { type: 'request', request });
}

/** Takes in a request that came in another way than as the answer to its entry. */
export async function recordReceived(db: CitizenDatabase, request: CheckedRequest): Promise<void> {
  await db.transaction('rw', db.tables, async () => putRequest(db, request));
}

export function readRequest(db: CitizenDatabase, id: string): Promise<RequestRow | undefined> {
  return db.requests.get(id);
}

/** Reads the reference of the earlier request that a draft or request is about. Null: there is none, or this device does not have it. */
export async function readAboutReference(
  db: CitizenDatabase,
  { aboutRequestId }: Pick<CitizenRequest, 'aboutRequestId'>,
): Promise<string | null> {
  const request = aboutRequestId ? await readRequest(db, aboutRequestId) : undefined;
  return request?.reference ?? null;
}

/** Notes that *Pedido recebido* was shown: the next visit shows the request's own page. */
export async function noteReceivedShown(db: CitizenDatabase, id: string): Promise<void> {
  await db.requests.update(id, { justReceived: 0 });
}
