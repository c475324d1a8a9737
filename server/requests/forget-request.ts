import type { Tx } from '../db/schema.ts';
import { forgetBytes } from '../uploads/file-bytes.ts';

/**
 * Deletes a request with all that belongs to it; the caller holds the citizen's lock. Its ids stay taken: a device that sends the same again years later must
 * not make a second request.
 */
export async function forgetRequest(tx: Tx, citizenId: string, id: string): Promise<void> {
  const files = await tx
    .deleteFrom('attachments')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .returning('fileId')
    .execute();
  for (const { fileId } of files) await forgetFile(tx, citizenId, fileId);
  const messages = await tx
    .deleteFrom('messages')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .returning('id')
    .execute();
  const ids = [id, ...messages.map((message) => message.id)];
  await tx.deleteFrom('requestKeys').where('citizenId', '=', citizenId).where('id', 'in', ids).execute();
  for (const table of ['officeActs', 'toldNews'] as const)
    await tx.deleteFrom(table).where('citizenId', '=', citizenId).where('requestId', '=', id).execute();
  await tx.deleteFrom('requests').where('citizenId', '=', citizenId).where('id', '=', id).execute();
}

/** Deletes a file, unless a request has it. The caller holds the citizen's lock. */
export async function forgetFile(tx: Tx, citizenId: string, fileId: string): Promise<void> {
  const request = await tx
    .selectFrom('attachments')
    .select('requestId')
    .where('citizenId', '=', citizenId)
    .where('fileId', '=', fileId)
    .executeTakeFirst();
  if (request) return;
  await forgetBytes(tx, citizenId, fileId);
  await tx.deleteFrom('uploads').where('citizenId', '=', citizenId).where('id', '=', fileId).execute();
}
