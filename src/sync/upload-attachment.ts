import type { SubmittedAttachment } from '../../contract/types.ts';
import { type Outcome, SERVER_AWAY } from '../api/client.ts';
import { createUpload, readUploadOffset, sendUploadChunk, type UploadOutcome } from '../api/upload-calls.ts';
import type { ChunkRow } from '../db/core/file-schema.ts';
import type { FrozenAttachment, OutboxRow } from '../db/core/schema.ts';
import { noteUpload } from '../db/drafts/attachments.ts';
import { CHUNK_BYTES, describeFile, readChunk } from '../db/files/file-rows.ts';
import { noteProgress } from '../db/outbox/attempts.ts';
import { attachmentsOf } from '../db/outbox/commands.ts';
import type { SyncContext } from './sync-context.ts';

/** How often one attempt begins again before it lets the others go first. */
const MAX_RECOVERIES = 5;
const FIRST_SLICE_BYTES = 64 * 1024;
const LEAST_SLICE_BYTES = 16 * 1024;
/** A slice should take between these times: long enough to be worth a call, short enough for the bar to move. */
const QUICK_MS = 1_000;
const SLOW_MS = 4_000;

type Unsent = { kind: 'missingBytes' } | { kind: 'stopped' };

/** Returns whether to go on. `hasMoved`: the server has just taken bytes; otherwise it had them already. */
type OnProgress = (sentBytes: number, hasMoved: boolean) => Promise<boolean>;

/** Uploads an attachment and returns the upload's id. It recovers from offsets that disagree, broken checksums and forgotten uploads. */
export async function uploadAttachment(
  context: SyncContext,
  attachment: FrozenAttachment,
  onProgress: OnProgress,
): Promise<Outcome<string> | Unsent> {
  const { db } = context;
  let uploadId = (await db.attachments.get(attachment.id))?.uploadId ?? null;
  for (let recoveries = 0; recoveries <= MAX_RECOVERIES; recoveries += 1) {
    if (uploadId === null) {
      const created = await createUpload(context.api, db.citizenId, attachment);
      if (created.kind !== 'accepted') return created;
      uploadId = created.value;
      await noteUpload(db, attachment.id, uploadId);
      if (!(await onProgress(0, false))) return { kind: 'stopped' };
    }
    const sent = await sendFromOffset(context, attachment, uploadId, onProgress);
    if (sent.kind === 'forgotten') {
      uploadId = null;
      await noteUpload(db, attachment.id, null);
    } else if (sent.kind !== 'again') {
      return sent;
    }
  }
  return SERVER_AWAY;
}

async function sendFromOffset(
  context: SyncContext,
  attachment: FrozenAttachment,
  uploadId: string,
  onProgress: OnProgress,
): Promise<UploadOutcome<string> | Unsent> {
  const known = await readUploadOffset(context.api, uploadId);
  if (known.kind !== 'accepted') return known;
  let offset = known.value;
  let sliceBytes = FIRST_SLICE_BYTES;
  let held: ChunkRow | undefined;
  if (!(await onProgress(offset, false))) return { kind: 'stopped' };
  while (offset < attachment.size) {
    if (context.isStopping()) return { kind: 'stopped' };
    const n = Math.floor(offset / CHUNK_BYTES);
    if (held?.n !== n) held = await readChunk(context.db, attachment.id, n);
    if (!held) return { kind: 'missingBytes' };
    const bytes = sliceOf(held.bytes, offset % CHUNK_BYTES, sliceBytes);
    const { citizenId } = context.db;
    const begunAt = context.now().getTime();
    const sent = await sendUploadChunk(context.api, { citizenId, uploadId, offset, bytes });
    if (sent.kind !== 'accepted') return sent;
    if (sent.value <= offset) return SERVER_AWAY;
    offset = sent.value;
    sliceBytes = nextSliceBytes(sliceBytes, context.now().getTime() - begunAt);
    if (!(await onProgress(offset, true))) return { kind: 'stopped' };
  }
  return { kind: 'accepted', value: uploadId };
}

/** A whole chunk is not sliced: each slice is another copy in memory. */
function sliceOf(chunk: ArrayBuffer, from: number, size: number): ArrayBuffer {
  return from === 0 && size >= chunk.byteLength ? chunk : chunk.slice(from, from + size);
}

/** Returns the size of the next slice by the speed of the line: on a slow line progress still shows, and little is lost when it breaks off. */
function nextSliceBytes(size: number, tookMs: number): number {
  if (tookMs < QUICK_MS) return Math.min(size * 2, CHUNK_BYTES);
  return tookMs > SLOW_MS ? Math.max(size / 2, LEAST_SLICE_BYTES) : size;
}

/**
 * `stopped`: the entry was taken back, its files give way, or sync is stopping. `needsSession`: the session is over, and the ticket cannot send this
 * entry, or cannot tell what has become of it.
 */
export type SendOutcome<T> =
  | Outcome<T>
  | { kind: 'missingBytes'; fileName: string }
  | { kind: 'stopped' }
  | { kind: 'needsSession' };

/** Uploads the attachments of an entry and returns what the commit must name. */
export async function sendAttachments(
  context: SyncContext,
  entry: OutboxRow,
): Promise<SendOutcome<SubmittedAttachment[]>> {
  const attachments = attachmentsOf(entry);
  const totalBytes = attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  const submitted: SubmittedAttachment[] = [];
  let before = 0;
  for (const [index, attachment] of attachments.entries()) {
    const outcome = await uploadAttachment(context, attachment, async (sentBytes, hasMoved) => {
      const progress = {
        requestId: entry.requestId,
        sentBytes: before + sentBytes,
        totalBytes,
        attachment: index + 1,
        attachments: attachments.length,
        notedAt: context.now().getTime(),
      };
      const isWanted = await noteProgress(context.db, entry.commandId, progress, hasMoved);
      // The next round sends both. Each round moves some bytes, so that a file that often gives way comes to its end.
      return isWanted && !(hasMoved && (await context.hasNewlyDue?.()));
    });
    switch (outcome.kind) {
      case 'accepted':
        submitted.push(describeFile(attachment, outcome.value));
        break;
      case 'missingBytes':
        return { kind: 'missingBytes', fileName: attachment.name };
      default:
        return outcome;
    }
    before += attachment.size;
  }
  return { kind: 'accepted', value: submitted };
}

/** Where the server lost bytes that it had, has the next attempt send them again. Returns any other outcome as it is. */
export async function resendLostAttachments<T>({ db }: SyncContext, outcome: Outcome<T>) {
  if (outcome.kind !== 'refused' || outcome.problem.type !== 'upload-missing') return outcome;
  for (const id of outcome.problem.attachmentIds ?? []) await noteUpload(db, id, null);
  return SERVER_AWAY;
}
