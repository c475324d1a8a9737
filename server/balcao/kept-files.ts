import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import { findDoneAct } from '../office/act.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { listUnsent, type UnsentOf } from '../office/unsent.ts';
import { fieldId } from './issue-words.ts';
import type { Problem } from './page.tsx';
import type { PostedAct } from './posted-act.ts';
import type { ReadRequest } from './require-clerk.tsx';

/** Finds the files that the posted form names among those of all drafts that the clerk may read: they may go on with a colleague's. */
export async function findKept(
  { db }: Context,
  { userName }: Clerk,
  found: ReadRequest,
  { keptFileIds }: PostedAct,
): Promise<NamedFile[]> {
  const { reach } = found.reader;
  return filesOf(await listUnsent(db, found, { userName, reach }), keptFileIds);
}

/** Lists the files that the page offers to send after a post: those of the clerk's draft, and those that the form names, also where only a colleague's has them. */
export function filesToOffer(
  unsent: readonly UnsentOf[],
  { userName }: Clerk,
  { action, keptFileIds }: PostedAct,
): NamedFile[] {
  const mine = unsent.find((each) => each.userName === userName && each.action === action);
  return filesOf(unsent, [...keptFileIds, ...(mine?.files ?? []).map(({ id }) => id)]);
}

function filesOf(unsent: readonly UnsentOf[], ids: readonly string[]): NamedFile[] {
  const byId = new Map(unsent.flatMap(({ files }) => files).map((file) => [file.id, file]));
  return [...byId.values()].filter(({ id }) => ids.includes(id));
}

/** Tells of a file that the form names and another page of this clerk has left out of the draft. The page that is shown then names it no more. */
export async function tellGone(
  { db }: Context,
  found: OfficeRequest,
  { action, key, keptFileIds }: PostedAct,
  kept: readonly NamedFile[],
): Promise<Problem[]> {
  // The draft of an act that is done is gone, and with it the files that the form names.
  if (kept.length === keptFileIds.length || (await findDoneAct(db, found, key))) return [];
  return [{ fieldId: fieldId(action, 'attachments'), sentence: FILE_GONE }];
}

const FILE_GONE =
  'Nada foi enviado: um ficheiro que tinha juntado já não está guardado. Junte-o de novo, ou envie sem ele';
