import { sql } from 'kysely';
import { mayBeForgotten } from '../../domain/upload-life.ts';
import { changeUsage } from '../citizens.ts';
import type { Db, Tx, UploadRow } from '../db/schema.ts';
import { forgetBytes } from './file-bytes.ts';

const UPLOAD_ID = /^u_[0-9a-f-]{36}$/;

export async function findUploadRow(db: Db, citizenId: string, id: string): Promise<UploadRow | undefined> {
  if (!UPLOAD_ID.test(id)) return undefined;
  return db
    .selectFrom('uploads')
    .selectAll()
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Deletes an upload, unless a request names its bytes. Repeatable; the caller holds the citizen's lock. */
export async function forgetUploadRow(tx: Tx, citizenId: string, id: string): Promise<void> {
  if (!UPLOAD_ID.test(id)) return;
  const forgotten = await tx
    .deleteFrom('uploads')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .where('committed', '=', false)
    .returning('size')
    .executeTakeFirst();
  if (!forgotten) return;
  await forgetBytes(tx, citizenId, id);
  await changeUsage(tx, citizenId, { uploads: -1, uploadBytes: -forgotten.size });
}

/** Deletes uploads that nobody will go on with, and returns how many. */
export async function forgetOldUploads(tx: Tx, citizenId: string, now: number): Promise<number> {
  const named = await listNamedByDrafts(tx, citizenId);
  const rows = await tx
    .selectFrom('uploads')
    .selectAll()
    .where('citizenId', '=', citizenId)
    .where('committed', '=', false)
    .execute();
  const old = rows.filter(({ id, size, received: offset, touchedAt }) =>
    mayBeForgotten({ offset, size, touchedAt }, named.has(id), now),
  );
  for (const { id } of old) await forgetUploadRow(tx, citizenId, id);
  return old.length;
}

/** The database picks the ids out: the words of all drafts could together be too much for the process. */
async function listNamedByDrafts(tx: Tx, citizenId: string): Promise<ReadonlySet<string | null>> {
  const { rows } = await sql<{ id: string | null }>`
    select attachment ->> 'uploadId' as id
    from drafts cross join json_array_elements(without_zeros(content) -> 'attachments') as attachment
    where citizen_id = ${citizenId}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
