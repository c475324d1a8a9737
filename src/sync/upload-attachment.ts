import { SERVER_AWAY } from '../api/outcome.ts';
import { createUpload, readUploadOffset, sendUploadChunk, type UploadOutcome } from '../api/upload-calls.ts';
import { CHUNK_BYTES } from '../db/core/attachment-schema.ts';
import type { FrozenAttachment } from '../db/core/schema.ts';
import { noteUpload } from '../db/drafts/attachments.ts';
import { readChunk } from '../db/files/attachment-rows.ts';
import type { SyncContext } from './sync-context.ts';

/** How often one attempt begins again before it lets the others go first. */
const MAX_RECOVERIES = 5;

type AttachmentOutcome = UploadOutcome<string> | { kind: 'missingBytes' } | { kind: 'stopped' };

type OnProgress = (sentBytes: number) => Promise<boolean>;

/** Answers the upload's id. Offsets that disagree, broken checksums and forgotten uploads are mended here. `onProgress`: whether to go on. */
export async function uploadAttachment(
  context: SyncContext,
  attachment: FrozenAttachment,
  onProgress: OnProgress,
): Promise<AttachmentOutcome> {
  const { db } = context;
  let uploadId = (await db.attachments.get(attachment.id))?.uploadId ?? null;
  for (let recoveries = 0; recoveries <= MAX_RECOVERIES; recoveries += 1) {
    if (uploadId === null) {
      const created = await createUpload(context.api, db.citizenId, attachment);
      if (created.kind !== 'accepted') return created;
      uploadId = created.value;
      await noteUpload(db, attachment.id, uploadId);
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
): Promise<AttachmentOutcome> {
  const known = await readUploadOffset(context.api, uploadId);
  if (known.kind !== 'accepted') return known;
  let offset = known.value;
  if (!(await onProgress(offset))) return { kind: 'stopped' };
  while (offset < attachment.size) {
    if (context.isStopping()) return { kind: 'stopped' };
    const chunk = await readChunk(context.db, attachment.id, Math.floor(offset / CHUNK_BYTES));
    if (!chunk) return { kind: 'missingBytes' };
    // Sliced only in the middle of a chunk: each slice is another copy in memory.
    const bytes = offset % CHUNK_BYTES === 0 ? chunk : chunk.slice(offset % CHUNK_BYTES);
    const { citizenId } = context.db;
    const sent = await sendUploadChunk(context.api, { citizenId, uploadId, offset, bytes });
    if (sent.kind !== 'accepted') return sent;
    offset = sent.value;
    if (!(await onProgress(offset))) return { kind: 'stopped' };
  }
  return { kind: 'accepted', value: uploadId };
}
