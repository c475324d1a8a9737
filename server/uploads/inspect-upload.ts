import { LOOK_RULES } from '../../domain/file-look.ts';
import type { FoundInside } from '../../domain/inspected-file.ts';
import { type CitizenQueues, createCitizenQueues } from '../citizen-queues.ts';
import type { Context } from '../context.ts';
import type { KeptLook, UploadRow } from '../db/schema.ts';
import { eachPiece } from './file-bytes.ts';
import { lookInside } from './look-inside.ts';
import { findUploadRow } from './upload-rows.ts';

/** Each citizen's uploads are inspected one after the other. */
export function createInspectionQueues(): CitizenQueues {
  return createCitizenQueues({ atOnce: 1, waitsMs: null });
}

/**
 * Inspects a complete upload once, piece by piece, and keeps what it finds beside it, since a complete upload does not change. A citizen who asks for many at
 * once waits, and nobody else does. Returns undefined when the upload was deleted meanwhile.
 */
export async function inspectUpload(
  context: Pick<Context, 'db' | 'files' | 'inspections'>,
  { citizenId, id, found }: UploadRow,
): Promise<FoundInside | undefined> {
  if (isByTheseRules(found)) return found;
  return context.inspections.take(citizenId, () => inspectInTurn(context, citizenId, id));
}

async function inspectInTurn(
  context: Pick<Context, 'db' | 'files'>,
  citizenId: string,
  id: string,
): Promise<FoundInside | undefined> {
  const upload = await findUploadRow(context.db, citizenId, id);
  if (!upload) return undefined;
  if (isByTheseRules(upload.found)) return upload.found;
  const found: KeptLook = { ...(await lookInside(eachPiece(context, citizenId, id))), rules: LOOK_RULES };
  await context.db
    .updateTable('uploads')
    .set({ found: JSON.stringify(found) })
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .execute();
  return found;
}

function isByTheseRules(found: KeptLook | null): found is KeptLook {
  return found?.rules === LOOK_RULES;
}
