import { createHash } from 'node:crypto';
import { lookIntoFile } from '../../domain/file-look.ts';
import type { FoundInside } from '../../domain/inspected-file.ts';
import type { Context } from '../context.ts';
import type { UploadRow } from '../db/schema.ts';
import { eachPiece } from './file-bytes.ts';
import { findUploadRow } from './upload-rows.ts';

/** Of each citizen the last that was begun: whoever asks for many at once waits, and nobody else does. */
const turns = new Map<string, Promise<unknown>>();

/** What is in a complete upload. It is looked into once, piece by piece, and what was found is kept beside it: complete ones do not change any more. */
export function inspectUpload(
  context: Pick<Context, 'db' | 'files'>,
  { citizenId, id, found }: UploadRow,
): Promise<FoundInside | undefined> {
  if (found !== null) return Promise.resolve(found);
  const before = turns.get(citizenId) ?? Promise.resolve();
  const turn = before
    .catch(() => undefined)
    .then(() => inspectInTurn(context, citizenId, id))
    .finally(() => {
      if (turns.get(citizenId) === turn) turns.delete(citizenId);
    });
  turns.set(citizenId, turn);
  return turn;
}

/** Undefined: it was forgotten meanwhile. */
async function inspectInTurn(
  context: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  id: string,
): Promise<FoundInside | undefined> {
  const upload = await findUploadRow(context.db, citizenId, id);
  if (!upload || upload.found) return upload?.found ?? undefined;
  const hash = createHash('sha256');
  const look = lookIntoFile();
  for await (const piece of eachPiece(context, citizenId, id)) {
    hash.update(piece);
    look.lookAt(piece);
  }
  const found = { ...look.seen(), sha256: hash.digest('hex') };
  await context.db
    .updateTable('uploads')
    .set({ found: JSON.stringify(found) })
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .execute();
  return found;
}
