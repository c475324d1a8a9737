import { mayBeForgotten } from '../domain/upload-life.ts';
import { changeUsage } from './account-usage.ts';
import { type Call, worldNow } from './call.ts';
import { LAST_KEY, NO_LIMIT } from './store.ts';

/** Deletes an upload, and may be repeated. An upload that a request names stays. */
export async function forgetUpload(call: Call, citizenId: string, uploadId: string): Promise<void> {
  const row = await call.tx.get('uploads', uploadId);
  if (row?.citizenId !== citizenId || row.committed) return;
  for (const key of row.byteKeys) await call.tx.removeBytes(key);
  await call.tx.remove('uploads', uploadId);
  await call.tx.remove('uploadIdsByAttachment', `${citizenId}/${row.attachmentId}`);
  await changeUsage(call, citizenId, { uploads: -1, uploadBytes: -row.size });
}

/** Deletes the citizen's uploads that nobody will go on with, to make room. */
export async function forgetOldUploads(call: Call, citizenId: string): Promise<void> {
  const ofCitizen = { after: `${citizenId}/`, before: `${citizenId}/${LAST_KEY}`, limit: NO_LIMIT };
  const drafts = await call.tx.range('drafts', ofCitizen);
  const named = new Set(
    drafts.flatMap(({ value }) => value.content?.attachments ?? []).map(({ uploadId }) => uploadId),
  );
  for (const { value: id } of await call.tx.range('uploadIdsByAttachment', ofCitizen)) {
    const row = await call.tx.get('uploads', id);
    if (!row) continue;
    if (mayBeForgotten(row, named.has(id), worldNow(call))) await forgetUpload(call, citizenId, id);
  }
}
