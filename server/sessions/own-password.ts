import { problem } from '../../contract/problem.ts';
import { ownWordsOf, PASSWORD_MIN_LETTERS, PASSWORD_PROBLEMS } from '../../domain/chosen-password.ts';
import { findCitizen } from '../citizens.ts';
import { judgeByCommonOnes } from '../common-passwords.ts';
import type { Context } from '../context.ts';
import type { CitizenRow, SessionRow, Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { KeptPassword } from '../password-hash.ts';
import { endAllSessions } from './end-all-sessions.ts';
import type { PasswordKeeping, PasswordRecovery } from './sign-in-ways.ts';

/** Throws `unavailable` when palavras-chave are not kept here. */
export function requireKeeping({ ways }: Pick<Context, 'ways'>): PasswordKeeping {
  if (!ways.password?.keeping) throw problem('unavailable');
  return ways.password.keeping;
}

/** Throws `unavailable` also when nobody can recover a palavra-chave here. */
export function requireRecovery(context: Pick<Context, 'ways'>): PasswordRecovery {
  const { recovery } = requireKeeping(context);
  if (!recovery) throw problem('unavailable');
  return recovery;
}

/** Tells whether the person in a session can change the palavra-chave with which they opened it. */
export function canChangePassword(
  { ways }: Pick<Context, 'ways'>,
  { way }: Pick<SessionRow, 'way'>,
): boolean {
  return way === 'password' && (ways.password?.keeping ?? null) !== null;
}

/** Returns null when the citizen may choose the palavra-chave. `of` null: the citizen is not known yet, so it is not compared with a name or a NISS. */
export async function refuseWeak(
  { seal }: Pick<Context, 'seal'>,
  newPassword: string,
  of: CitizenRow | null,
): Promise<Response | null> {
  const own = of === null ? [] : ownWordsOf({ name: of.name, niss: seal.open(of.nissSealed, of.id) });
  const fault = await judgeByCommonOnes(newPassword, { minLetters: PASSWORD_MIN_LETTERS, own });
  return fault && problem(PASSWORD_PROBLEMS[fault]);
}

/**
 * Changes the palavra-chave; the caller holds the citizen's lock. Ends everything that was begun with the old one, except the session `stays`, and has the
 * citizen told by mail. Returns false when the citizen has no palavra-chave.
 */
export async function changeOwn(
  { clocks }: Pick<Context, 'clocks'>,
  tx: Tx,
  citizenId: string,
  { kept, stays }: { kept: KeptPassword; stays: string | null },
): Promise<boolean> {
  const changed = await tx
    .updateTable('accounts')
    .set(kept)
    .where('citizenId', '=', citizenId)
    .returning('citizenId')
    .executeTakeFirst();
  if (!changed) return false;
  await endAllSessions(tx, citizenId, stays);
  await addJob(tx, { name: 'tellPasswordChanged', payload: { citizenId }, dueAt: clocks.now() });
  return true;
}

/** The mail may go out twice, when the process ended just after the first. */
export async function tellPasswordChanged(
  context: Context,
  { citizenId }: { citizenId: string },
): Promise<void> {
  const citizen = await findCitizen(context.db, citizenId);
  if (citizen) await context.ways.password?.keeping?.tellChanged(citizen);
}
