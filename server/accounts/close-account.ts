import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { forgetDraft } from '../drafts/account-drafts.ts';
import { endAllSessions } from '../sessions/end-all-sessions.ts';
import { forgetUploadRow } from '../uploads/upload-rows.ts';
import { writeFor } from '../write-for.ts';

/** What a citizen has on the server; `files` counts the uploads that no request names. */
export interface Holdings {
  drafts: number;
  files: number;
  requests: number;
}

export async function countHoldings(db: Db, citizenId: string): Promise<Holdings> {
  const [drafts, files, requests] = [
    await listDrafts(db, citizenId),
    await listFiles(db, citizenId),
    await db.selectFrom('requests').select('id').where('citizenId', '=', citizenId).execute(),
  ];
  return { drafts: drafts.length, files: files.length, requests: requests.length };
}

/**
 * Closes an account: nobody can sign in to it or stays signed in, and what is the citizen's alone is deleted. Requests are the office's too, and stay
 * with the citizen's name and NISS until their retention is over. `hasRequests` is false where there are none: then nothing of the citizen is left.
 */
export async function closeAccount(context: Context, citizenId: string): Promise<{ hasRequests: boolean }> {
  return writeFor(context, citizenId, async (tx) => {
    await tx.deleteFrom('accounts').where('citizenId', '=', citizenId).execute();
    await tx.deleteFrom('representations').where('citizenId', '=', citizenId).execute();
    await endAllSessions(tx, citizenId);
    for (const id of await listDrafts(tx, citizenId))
      await forgetDraft(context, tx, citizenId, id, () => true);
    for (const id of await listFiles(tx, citizenId)) await forgetUploadRow(tx, citizenId, id);
    const hasRequests = (await countHoldings(tx, citizenId)).requests > 0;
    await (hasRequests ? forgetWhereabouts(tx, citizenId) : forgetCitizen(tx, citizenId));
    return { hasRequests };
  });
}

async function listDrafts(db: Db, citizenId: string): Promise<string[]> {
  const drafts = db.selectFrom('drafts').select('id').where('citizenId', '=', citizenId);
  return (await drafts.where('content', 'is not', null).execute()).map(({ id }) => id);
}

async function listFiles(db: Db, citizenId: string): Promise<string[]> {
  const uploads = db.selectFrom('uploads').select('id').where('citizenId', '=', citizenId);
  return (await uploads.where('committed', '=', false).execute()).map(({ id }) => id);
}

async function forgetWhereabouts(tx: Tx, citizenId: string): Promise<void> {
  const nowhere = {
    contact: JSON.stringify(null),
    emailSealed: null,
    language: null,
    lastSignIn: null,
    dayUsage: null,
  };
  await tx.updateTable('citizens').set(nowhere).where('id', '=', citizenId).execute();
}

/** Leaves the rows of `takenIds`, as `forgetRequest` does: the id of a request is never given twice. */
async function forgetCitizen(tx: Tx, citizenId: string): Promise<void> {
  for (const table of ['sessions', 'drafts', 'requestKeys', 'identities'] as const)
    await tx.deleteFrom(table).where('citizenId', '=', citizenId).execute();
  await tx.deleteFrom('representations').where('representedId', '=', citizenId).execute();
  await tx.deleteFrom('citizens').where('id', '=', citizenId).execute();
}
