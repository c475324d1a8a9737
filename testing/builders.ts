import type { CitizenPurpose, CitizenRequest, Message, RequestKind } from '../contract/types.ts';
import type { InboxGroup } from '../domain/request-state.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { RequestRow } from '../src/db/core/schema.ts';
import { addAttachment } from '../src/db/drafts/attachments.ts';
import { saveDraft } from '../src/db/drafts/save-draft.ts';
import { reserveReplyId } from '../src/db/outbox/replies.ts';
import { submitDraft } from '../src/db/outbox/submit-draft.ts';
import { messageTables, putMessage } from '../src/db/requests/messages.ts';

export const NOON = new Date('2026-11-25T12:00:00.000Z');

export const DESCRIPTION = 'Gostava de saber em que ponto está o meu pedido de abono.';

/** A draft that can be submitted. */
export async function writeCompleteDraft(
  db: CitizenDatabase,
  description = DESCRIPTION,
  now = NOON,
  kind: RequestKind = 'information',
): Promise<string> {
  const draftId = crypto.randomUUID();
  const patch = { kind, description, topic: { status: 'unknown' } } as const;
  await saveDraft(db, draftId, { patch, baseRevision: 0, writer: 'test' }, now);
  return draftId;
}

/** A PDF by its signature, of as many bytes as asked. */
export function pdfBytes(size = 64, fill = 0x20): ArrayBuffer {
  const bytes = new Uint8Array(size).fill(fill);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  return bytes.buffer;
}

export async function attachPdf(
  db: CitizenDatabase,
  draftId: string,
  bytes = pdfBytes(),
  name = 'fatura.pdf',
): Promise<string> {
  const id = crypto.randomUUID();
  const sha256 = await sha256Hex(bytes);
  await addAttachment(
    db,
    draftId,
    { id, name, type: 'application/pdf', sha256, bytes, thumbnail: null },
    NOON,
  );
  return id;
}

export async function submitCompleteDraft(
  db: CitizenDatabase,
  description = DESCRIPTION,
  now = NOON,
  kind: RequestKind = 'information',
): Promise<string> {
  const draftId = await writeCompleteDraft(db, description, now, kind);
  await submitDraft(db, draftId, now);
  return draftId;
}

/** What a server says of a request that it has just registered. */
export function registeredRequest(id: string, changes: Partial<CitizenRequest> = {}): CitizenRequest {
  const receivedAt = NOON.toISOString();
  return {
    id,
    reference: 'EC-2026-0000124',
    revision: 1,
    kind: 'information',
    onBehalfOf: null,
    description: DESCRIPTION,
    complaint: null,
    topic: { status: 'unknown' },
    attachments: [],
    receivedAt,
    dueOn: '2026-12-11',
    deadlinePaused: false,
    state: 'registered',
    office: { name: 'Centro de contacto e-Clic' },
    history: [{ state: 'registered', at: receivedAt, officeName: 'Centro de contacto e-Clic' }],
    rating: null,
    readUpTo: null,
    lastMessageAt: null,
    askAgainUntil: null,
    updatedAt: receivedAt,
    ...changes,
  };
}

export const REPLY = 'Junto o comprovativo que me pediram.';

/** A reply that can be sent, to a request that need not be here. */
export async function writeReply(
  db: CitizenDatabase,
  requestId: string,
  {
    text = REPLY,
    purpose = 'reply',
    now = NOON,
  }: { text?: string; purpose?: CitizenPurpose; now?: Date } = {},
): Promise<string> {
  const id = await reserveReplyId(db, requestId, purpose);
  const patch = { replyTo: { requestId, purpose }, description: text };
  await saveDraft(db, id, { patch, baseRevision: 0, writer: 'test' }, now);
  return id;
}

/** What a server says of a reply that it has just taken. */
export function citizenMessage(id: string, requestId: string, changes: Partial<Message> = {}): Message {
  return {
    id,
    requestId,
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
    body: REPLY,
    attachments: [],
    sentAt: NOON.toISOString(),
    ...changes,
  };
}

/** The server has taken a reply, and this device hears of it. */
export async function receiveMessage(db: CitizenDatabase, message: Message): Promise<void> {
  await db.transaction('rw', messageTables(db), async () => putMessage(db, message));
}

/** Newest first, by range of a compound index; as many as `limit`. */
export function listRequests(db: CitizenDatabase, group: InboxGroup, limit: number): Promise<RequestRow[]> {
  return db.requests
    .where('[group+updatedAt]')
    .between([group, ''], [group, '\uffff'])
    .reverse()
    .limit(limit)
    .toArray();
}
