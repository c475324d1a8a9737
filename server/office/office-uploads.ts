import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { problem } from '../../contract/problem.ts';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { inspectOfficeFile, type OfficeFile } from './office-files.ts';

const KEPT_MS = 86_400_000;

interface Named {
  citizenId: string;
  requestId: string;
  id: string;
}

/** Repeatable: the same bytes under the same id are the same file. Throws `key-reused` for other bytes. */
export async function keepOfficeUpload(
  { db, clocks }: Context,
  named: Named,
  { sha256, bytes }: { sha256: string; bytes: Uint8Array },
): Promise<void> {
  const keptAt = clocks.now();
  const kept = await db
    .insertInto('officeUploads')
    .values({ ...named, sha256, bytes, keptAt })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId', 'id'])
        .doUpdateSet({ keptAt })
        .where('officeUploads.sha256', '=', sha256),
    )
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw problem('key-reused');
}

/** Returns how long the named files are that are kept, without reading their bytes. */
export async function measureOfficeUploads(
  db: Db,
  { citizenId, requestId }: Omit<Named, 'id'>,
  ids: readonly string[],
): Promise<{ size: number }[]> {
  return db
    .selectFrom('officeUploads')
    .select(sql<number>`octet_length(bytes)`.as('size'))
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('id', 'in', ids)
    .execute();
}

export async function findOfficeUpload(
  db: Db,
  { citizenId, requestId, id }: Named,
): Promise<{ sha256: string; bytes: Uint8Array } | undefined> {
  return db
    .selectFrom('officeUploads')
    .select(['sha256', 'bytes'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Deletes files a day after they came. Whoever sends a file says within minutes to which act it belongs, and then the request has bytes of its own. Files stay for
 * as long as something that a clerk has written and not sent names them.
 */
export async function forgetOfficeUploads({ db, clocks }: Context): Promise<void> {
  await db
    .deleteFrom('officeUploads')
    .where('keptAt', '<=', clocks.now() - KEPT_MS)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('officeUnsent')
            .select('officeUnsent.action')
            .whereRef('officeUnsent.citizenId', '=', 'officeUploads.citizenId')
            .whereRef('officeUnsent.requestId', '=', 'officeUploads.requestId')
            .where(sql<boolean>`office_uploads.id in (
              select file ->> 'id' from json_array_elements(without_zeros(office_unsent.files)) as file)`),
        ),
      ),
    )
    .execute();
}

/** Keeps the bytes among the office's uploads, under ids of their own. */
export async function keepUnsentFiles(
  context: Context,
  { citizenId, id: requestId }: NamedRequest,
  files: readonly OfficeFile[],
): Promise<NamedFile[]> {
  const named: NamedFile[] = [];
  for (const { name, size, sha256, bytes } of files) {
    const id = randomUUID();
    await keepOfficeUpload(context, { citizenId, requestId, id }, { sha256, bytes });
    named.push({ id, name, size, sha256 });
  }
  return named;
}

/** Throws when a file is gone: an act is sent whole or not at all. */
export async function readUnsentFiles(
  db: Db,
  { citizenId, id: requestId }: NamedRequest,
  named: readonly NamedFile[],
): Promise<OfficeFile[]> {
  const files: OfficeFile[] = [];
  for (const { id, name } of named) {
    const upload = await findOfficeUpload(db, { citizenId, requestId, id });
    if (!upload) throw new Error('A file of an act that is on its way is gone');
    files.push(await inspectOfficeFile(name, upload.bytes));
  }
  return files;
}
