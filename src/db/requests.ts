import type { CitizenRequest, ComplaintDetails, DraftTopic } from '../contract/types.ts';
import { type ListGroup, listGroupOf } from '../domain/request-state.ts';
import { eraseAttachments, listAttachments } from './attachments.ts';
import type { CitizenDatabase } from './citizen-database.ts';
import { countChange } from './counters.ts';
import type { AttachmentRow, DraftRow, RequestRow } from './schema.ts';

function toRow(request: CitizenRequest, justReceived: 0 | 1): RequestRow {
  const hasNews = request.lastMessageAt !== null && request.lastMessageAt > (request.readUpTo ?? '');
  return { ...request, group: listGroupOf(request.state), unread: hasNews ? 1 : 0, justReceived };
}

/** Tables that `putRequest` writes. */
export function requestTables(db: CitizenDatabase) {
  return [
    db.requests,
    db.counters,
    db.drafts,
    db.outbox,
    db.progress,
    db.attachments,
    db.chunks,
    db.pendingText,
  ];
}

/**
 * Takes in what the server says of a request, by whichever road it comes, and settles the draft that it was: request in, draft out, outbox
 * out. Only here do a citizen's words and files leave the outbox. The caller holds a transaction over `requestTables`.
 */
export async function putRequest(db: CitizenDatabase, request: CitizenRequest): Promise<void> {
  const before = await db.requests.get(request.id);
  const draft = await db.drafts.get(request.id);
  // An answer that was long on its way must not undo newer news.
  if (!before || before.updatedAt <= request.updatedAt) {
    const after = toRow(request, draft ? 1 : (before?.justReceived ?? 0));
    await db.requests.put(after);
    await countChange(db, before, after);
  }
  if (draft) await settleDraft(db, draft, request);
  // Also an entry whose draft is gone has arrived, and must not be sent for ever.
  await db.outbox.where('requestId').equals(request.id).delete();
  await db.progress.delete(request.id);
}

async function settleDraft(db: CitizenDatabase, draft: DraftRow, request: CitizenRequest): Promise<void> {
  const attachments = await listAttachments(db, draft.id);
  if (!saysTheSame(draft, attachments, request)) {
    // Taken back after it had arrived, and changed since: what is not in the request stays as a draft of its own.
    const copyId = crypto.randomUUID();
    await db.drafts.put({
      ...draft,
      id: copyId,
      copyOf: draft.id,
      submissions: 0,
      submittedAt: null,
      account: null,
    });
    await db.attachments.where('draftId').equals(draft.id).modify({ draftId: copyId });
  }
  await db.pendingText.delete(draft.id);
  await db.drafts.delete(draft.id);
  await eraseAttachments(db, draft.id);
}

function saysTheSame(draft: DraftRow, attachments: AttachmentRow[], request: CitizenRequest): boolean {
  const hashes = (files: { sha256: string }[]) =>
    files
      .map((file) => file.sha256)
      .sort()
      .join();
  return (
    draft.description === request.description &&
    draft.kind === request.kind &&
    draft.onBehalfOf?.id === request.onBehalfOf?.id &&
    (draft.kind !== 'complaint' || sameComplaint(draft.complaint, request.complaint)) &&
    JSON.stringify(topicIds(draft.topic)) === JSON.stringify(topicIds(request.topic)) &&
    hashes(attachments) === hashes(request.attachments)
  );
}

function sameComplaint(mine: ComplaintDetails | null, taken: ComplaintDetails | null): boolean {
  return (
    mine?.office === taken?.office && mine?.happenedOn === taken?.happenedOn && mine?.wanted === taken?.wanted
  );
}

function topicIds(topic: DraftTopic): (string | undefined)[] {
  if (topic === null || topic.status === 'unknown') return [topic?.status];
  return [topic.lifeEvent?.id, topic.subject?.id, topic.reason?.id];
}

/** A commit that the server answered. */
export async function recordReceived(db: CitizenDatabase, request: CitizenRequest): Promise<void> {
  await db.transaction('rw', requestTables(db), async () => putRequest(db, request));
}

export function readRequest(db: CitizenDatabase, id: string): Promise<RequestRow | undefined> {
  return db.requests.get(id);
}

/** The citizen has left *Pedido recebido*: from now on it is the request's page. */
export async function leaveReceivedPage(db: CitizenDatabase, id: string): Promise<void> {
  await db.requests.update(id, { justReceived: 0 });
}

/** Newest first, by range of a compound index; as many as `limit`. */
export function listRequests(db: CitizenDatabase, group: ListGroup, limit: number): Promise<RequestRow[]> {
  return db.requests
    .where('[group+updatedAt]')
    .between([group, ''], [group, '\uffff'])
    .reverse()
    .limit(limit)
    .toArray();
}
