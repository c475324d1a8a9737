import { problem } from '../contract/problem.ts';
import { type Chunk, judgeChunk, type UploadStart } from '../contract/tus.ts';
import { findFullQuota, requireRoom } from '../domain/account-usage.ts';
import { countToday, DEFAULT_DAY_LIMITS } from '../domain/day-limits.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { hasExpired } from '../domain/upload-life.ts';
import { changeUsage, keepDayUsage } from './account-usage.ts';
import { type Call, worldNow } from './call.ts';
import { forgetOldUploads, forgetUpload } from './forget-uploads.ts';
import { citizenOf } from './session.ts';
import { orderedKey } from './store.ts';
import type { UploadRow } from './tables.ts';

/** Creates an upload, or returns the one of the same attachment, as long as a device can still go on with it. */
export async function createUpload(call: Call, citizenId: string, start: UploadStart): Promise<UploadRow> {
  if (start.size > DEFAULT_LIMITS.attachmentMaxBytes) throw problem('too-large');
  const key = `${citizenId}/${start.attachmentId}`;
  const knownId = await call.tx.get('uploadIdsByAttachment', key);
  const known = knownId === undefined ? undefined : await call.tx.get('uploads', knownId);
  if (known && known.size === start.size && !hasExpired(known, worldNow(call))) return known;
  if (known) await forgetUpload(call, citizenId, known.id);
  await takeRoom(call, citizenId, start.size);
  const row: UploadRow = {
    ...start,
    id: `u_${crypto.randomUUID()}`,
    citizenId,
    offset: 0,
    bytesReceived: 0,
    byteKeys: [],
    touchedAt: worldNow(call),
    committed: false,
  };
  await call.tx.put('uploads', row.id, row);
  await call.tx.put('uploadIdsByAttachment', key, row.id);
  return row;
}

/** Counts the upload against the quotas and the day's limit. Throws `quota-reached` or `day-limit-reached`. */
async function takeRoom(call: Call, citizenId: string, size: number): Promise<void> {
  const more = { uploads: 1, uploadBytes: size };
  const { usage } = await citizenOf(call, citizenId);
  if (findFullQuota(usage, more, DEFAULT_LIMITS)) await forgetOldUploads(call, citizenId);
  const { usage: left, dayUsage } = await citizenOf(call, citizenId);
  requireRoom(left, more, DEFAULT_LIMITS);
  const day = { dayUsage, dayLimits: DEFAULT_DAY_LIMITS };
  await keepDayUsage(call, citizenId, countToday(day, { uploadBytes: size }, worldNow(call)));
  await changeUsage(call, citizenId, more);
}

/** Returns the citizen's upload. Throws 404 for one that is unknown or another citizen's, 410 for one that has expired. */
export async function findUpload(call: Call, citizenId: string, uploadId: string): Promise<UploadRow> {
  const row = await call.tx.get('uploads', uploadId);
  if (row?.citizenId !== citizenId) throw problem('not-found');
  if (hasExpired(row, worldNow(call))) throw problem('upload-gone');
  return row;
}

/** Takes a chunk. Bytes that arrived are counted whatever becomes of them, so a refusal is returned and not thrown. */
export async function takeChunk(call: Call, upload: UploadRow, chunk: Chunk): Promise<UploadRow | Response> {
  const { offset, bytes } = chunk;
  const counted = { ...upload, bytesReceived: upload.bytesReceived + bytes.length };
  await call.tx.put('uploads', upload.id, counted);
  const refusal = judgeChunk(chunk, { received: upload.offset, size: upload.size });
  if (refusal) return refusal;
  // An empty chunk would have the same byte key as the next one.
  if (bytes.length === 0) return counted;
  const byteKey = `${upload.id}-${orderedKey(offset)}`;
  await call.tx.putBytes(byteKey, bytes);
  const kept = {
    ...counted,
    offset: offset + bytes.length,
    byteKeys: [...upload.byteKeys, byteKey],
    touchedAt: worldNow(call),
  };
  await call.tx.put('uploads', upload.id, kept);
  return kept;
}
