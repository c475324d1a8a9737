import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { inspectOfficeFile, type OfficeFile } from './office-files.ts';
import { findOfficeUpload, keepOfficeUpload } from './office-uploads.ts';

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
