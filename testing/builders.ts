import type { CitizenPurpose, CitizenRequest, Message, RequestKind } from '../contract/types.ts';
import type { InboxGroup } from '../domain/request-state.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { RequestRow } from '../src/db/core/schema.ts';
import { addAttachment } from '../src/db/drafts/attachments.ts';
import { saveDraft } from '../src/db/drafts/save-draft.ts';
import { reserveReplyId } from '../src/db/outbox/replies.ts';
import { submitDraft } from '../src/db/outbox/submit-draft.ts';
import { putMessage } from '../src/db/requests/messages.ts';

export const NOON = new Date('2026-11-25T12:00:00.000Z');

export const DESCRIPTION = 'Gostava de saber em que ponto está o meu pedido de abono.';

/** Writes a draft that can be submitted. */
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

/** Returns bytes that are a PDF by their signature. */
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

/** Returns a request as a server describes it right after registering it. */
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

/** Writes a reply that can be sent. Its request need not be in the database. */
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

/** Returns a message as a server describes it right after taking a reply. */
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

/** Puts the server's message of a reply into the database, as a pull does. */
export async function receiveMessage(db: CitizenDatabase, message: Message): Promise<void> {
  await db.transaction('rw', db.tables, async () => putMessage(db, message));
}

/** Returns requests of a group, newest first, by a range of the compound index. */
export function listRequests(db: CitizenDatabase, group: InboxGroup, limit: number): Promise<RequestRow[]> {
  return db.requests
    .where('[group+updatedAt]')
    .between([group, ''], [group, '\uffff'])
    .reverse()
    .limit(limit)
    .toArray();
}
