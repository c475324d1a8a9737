import { randomUUID } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import { type Chunk, judgeChunk, type UploadStart } from '../../contract/tus.ts';
import { findFullQuota, requireRoom } from '../../domain/account-usage.ts';
import { countToday } from '../../domain/day-limits.ts';
import { hasExpired } from '../../domain/upload-life.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import { changeUsage, citizenOf } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx, UploadRow } from '../db/schema.ts';
import { transactFor, writeFor } from '../write-for.ts';
import { recordPut } from './store-puts.ts';
import { findUploadRow, forgetOldUploads, forgetUploadRow } from './upload-rows.ts';

/** Returns the id of an upload for the attachment: the same one as long as it can still be gone on with. */
export async function createUpload(
  context: Context,
  citizenId: string,
  { attachmentId, size }: UploadStart,
): Promise<string> {
  if (size > context.limits.attachmentMaxBytes) throw problem('too-large');
  const touchedAt = context.clocks.officeNow();
  return writeFor(context, citizenId, async (tx) => {
    const known = await findByAttachment(tx, citizenId, attachmentId);
    if (known && known.size === size && !isExpired(known, touchedAt)) return known.id;
    if (known?.committed) await detach(tx, known);
    else if (known) await forgetUploadRow(tx, citizenId, known.id);
    await takeRoom(context, tx, citizenId, size);
    const id = `u_${randomUUID()}`;
    await tx.insertInto('uploads').values({ citizenId, id, attachmentId, size, touchedAt }).execute();
    return id;
  });
}

/** Throws 404 for an upload that is unknown or another citizen's, 410 for one that has expired. */
export async function findUpload(db: Db, citizenId: string, id: string, now: number): Promise<UploadRow> {
  const row = await findUploadRow(db, citizenId, id);
  if (!row) throw problem('not-found');
  if (isExpired(row, now)) throw problem('upload-gone');
  return row;
}

interface UploadedChunk extends Chunk {
  uploadId: string;
}

/**
 * Takes a chunk, and returns how many bytes the server has. Bytes that arrive are counted whatever becomes of them, so a refusal is returned and not thrown.
 */
export async function takeChunk(
  context: Context,
  citizenId: string,
  chunk: UploadedChunk,
): Promise<number | Response> {
  const { uploadId, offset, bytes } = chunk;
  const touchedAt = context.clocks.officeNow();
  const storedHash = await putAside(context, citizenId, chunk);
  return transactFor(context, citizenId, async (tx) => {
    await findUpload(tx, citizenId, uploadId, touchedAt);
    // This locks the upload: when two equal chunks arrive together, the second sees what the first has changed.
    const locked = await tx
      .updateTable('uploads')
      .set((row) => ({ bytesReceived: row('bytesReceived', '+', bytes.length) }))
      .where('citizenId', '=', citizenId)
      .where('id', '=', uploadId)
      .returning(['size', 'received'])
      .executeTakeFirst();
    if (!locked) throw problem('not-found');
    const refusal = judgeChunk(chunk, locked);
    if (refusal) return refusal;
    // An empty piece would have the place of the next one.
    if (bytes.length === 0) return offset;
    const kept = { bytes: storedHash === null ? bytes : null, storedHash };
    await tx
      .insertInto('pieces')
      .values({ citizenId, fileId: uploadId, place: offset, ...kept })
      .execute();
    await tx
      .updateTable('uploads')
      .set({ received: offset + bytes.length, touchedAt })
      .where('citizenId', '=', citizenId)
      .where('id', '=', uploadId)
      .execute();
    return offset + bytes.length;
  });
}

/**
 * Puts the bytes into the store, if there is one, and returns their hash. This comes before the transaction, so that a slow store holds no connection, and
 * drafts and requests are kept meanwhile. A chunk that seems about to be refused is not put; if it is taken after all, the database keeps it.
 */
async function putAside(
  { db, clocks, files }: Context,
  citizenId: string,
  chunk: UploadedChunk,
): Promise<string | null> {
  const { uploadId, offset, bytes } = chunk;
  if (files === null || bytes.length === 0) return null;
  const upload = await findUploadRow(db, citizenId, uploadId);
  if (!upload || judgeChunk(chunk, upload)) return null;
  const name = { citizenId, fileId: uploadId, place: offset, storedHash: await sha256Hex(bytes) };
  await recordPut({ db, clocks }, name);
  await files.put(name, bytes);
  return name.storedHash;
}

export async function forgetUpload(context: Context, citizenId: string, id: string): Promise<void> {
  await writeFor(context, citizenId, (tx) => forgetUploadRow(tx, citizenId, id));
}

function isExpired({ received: offset, size, touchedAt }: UploadRow, now: number): boolean {
  return hasExpired({ offset, size, touchedAt }, now);
}

async function findByAttachment(
  tx: Tx,
  citizenId: string,
  attachmentId: string,
): Promise<UploadRow | undefined> {
  return tx
    .selectFrom('uploads')
    .selectAll()
    .where('citizenId', '=', citizenId)
    .where('attachmentId', '=', attachmentId)
    .executeTakeFirst();
}

/** A request has the upload's bytes; this frees the attachment's id for another upload. */
async function detach(tx: Tx, { citizenId, id }: UploadRow): Promise<void> {
  await tx
    .updateTable('uploads')
    .set({ attachmentId: id })
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .execute();
}

/** Throws `quota-reached`, or `day-limit-reached`. */
async function takeRoom(
  { limits, dayLimits, clocks }: Context,
  tx: Tx,
  citizenId: string,
  size: number,
): Promise<void> {
  const more = { uploads: 1, uploadBytes: size };
  if (findFullQuota(await citizenOf(tx, citizenId), more, limits)) {
    await forgetOldUploads(tx, citizenId, clocks.officeNow());
  }
  const citizen = await citizenOf(tx, citizenId);
  requireRoom(citizen, more, limits);
  const facts = { dayUsage: citizen.dayUsage, dayLimits };
  const dayUsage = countToday(facts, { uploadBytes: size }, clocks.officeNow());
  await changeUsage(tx, citizenId, { ...more, dayUsage });
}
