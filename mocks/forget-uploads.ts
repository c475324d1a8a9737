import { changeUsage } from './account-usage.ts';
import { type Call, worldNow } from './call.ts';
import { LAST_KEY, NO_LIMIT } from './store.ts';
import type { UploadRow } from './tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of one that was begun and never finished, by the world's clock. */
const UNFINISHED_LIFE_MS = 7 * DAY_MS;
/** Of a finished one that neither a request nor a draft names: its draft was deleted, or it was taken out of it. */
const UNNAMED_LIFE_MS = 30 * DAY_MS;

export function hasExpired(call: Call, { offset, size, touchedAt }: UploadRow): boolean {
  return offset < size && touchedAt + UNFINISHED_LIFE_MS <= worldNow(call);
}

/** Repeatable. Bytes that a request names stay. */
export async function forgetUpload(call: Call, citizenId: string, uploadId: string): Promise<void> {
  const row = await call.tx.get('uploads', uploadId);
  if (row?.citizenId !== citizenId || row.committed) return;
  for (const key of row.byteKeys) await call.tx.removeBytes(key);
  await call.tx.remove('uploads', uploadId);
  await call.tx.remove('uploadIdsByAttachment', `${citizenId}/${row.attachmentId}`);
  await changeUsage(call, citizenId, { uploads: -1, uploadBytes: -row.size });
}

/** Makes room of what nobody will go on with. */
export async function forgetOldUploads(call: Call, citizenId: string): Promise<void> {
  const ofCitizen = { after: `${citizenId}/`, before: `${citizenId}/${LAST_KEY}`, limit: NO_LIMIT };
  const drafts = await call.tx.range('drafts', ofCitizen);
  const named = new Set(
    drafts.flatMap(({ value }) => value.content?.attachments ?? []).map(({ uploadId }) => uploadId),
  );
  for (const { value: id } of await call.tx.range('uploadIdsByAttachment', ofCitizen)) {
    const row = await call.tx.get('uploads', id);
    if (!row) continue;
    const isUnnamed = !named.has(id) && row.touchedAt + UNNAMED_LIFE_MS <= worldNow(call);
    if (hasExpired(call, row) || isUnnamed) await forgetUpload(call, citizenId, id);
  }
}
