import type { Attachment } from '../../../contract/types.ts';
import { type AttachmentRow, CHUNK_BYTES, type ChunkRow } from '../core/attachment-schema.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';

/** Lists a draft's attachments in the order in which they were added, without removed ones. */
export async function listAttachments(db: CitizenDatabase, draftId: string): Promise<AttachmentRow[]> {
  const rows = await db.attachments.where('draftId').equals(draftId).sortBy('addedAt');
  return rows.filter((row) => row.removedAt === null);
}

/** Describes a file as the contract has it. */
export function describeFile<Id extends string | null>(file: Attachment, uploadId: Id) {
  const { id, name, size, type, sha256 } = file;
  return { id, uploadId, name, size, type, sha256 };
}

/** The caller holds a transaction over `attachments` and `chunks`. */
export async function eraseAttachment(db: CitizenDatabase, id: string): Promise<void> {
  await eraseChunks(db, id);
  await db.attachments.delete(id);
}

/** Cuts bytes into chunks of 1 MiB, as they are stored. */
export function chunksOf(attachmentId: string, bytes: ArrayBuffer): ChunkRow[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES);
  return Array.from({ length: count }, (_, n) => ({
    attachmentId,
    n,
    bytes: bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES),
  }));
}

/** Reads all the bytes; undefined when a chunk is missing. */
export async function readAttachmentBytes(
  db: CitizenDatabase,
  attachment: Pick<AttachmentRow, 'id' | 'chunkCount'>,
): Promise<ArrayBuffer[] | undefined> {
  const rows = await db.chunks
    .where('[attachmentId+n]')
    .between([attachment.id, 0], [attachment.id, attachment.chunkCount])
    .toArray();
  return rows.length === attachment.chunkCount ? rows.map((row) => row.bytes) : undefined;
}

/** Names all chunks of a file or a photo, its small picture included. */
export function chunksIn(db: CitizenDatabase, id: string) {
  return db.chunks.where('[attachmentId+n]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** The caller holds a transaction over `chunks`. */
export async function eraseChunks(db: CitizenDatabase, id: string): Promise<void> {
  await chunksIn(db, id).delete();
}
