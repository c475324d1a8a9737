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

/** Throws `unavailable` where palavras-chave are not kept here. */
export function requireKeeping({ ways }: Pick<Context, 'ways'>): PasswordKeeping {
  if (!ways.password?.keeping) throw problem('unavailable');
  return ways.password.keeping;
}

/** Throws as `requireKeeping` does, also where nobody recovers one. */
export function requireRecovery(context: Pick<Context, 'ways'>): PasswordRecovery {
  const { recovery } = requireKeeping(context);
  if (!recovery) throw problem('unavailable');
  return recovery;
}

/** Whether whoever opened the session can change the palavra-chave that they opened it with. */
export function canChangePassword(
  { ways }: Pick<Context, 'ways'>,
  { way }: Pick<SessionRow, 'way'>,
): boolean {
  return way === 'password' && (ways.password?.keeping ?? null) !== null;
}

/** Null: it may be theirs. `of` null: nobody is known yet, whose name or NISS it could be. */
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
 * For whoever holds the citizen's lock. What was begun with the old one ends, but for the session that `stays`; the citizen is told by mail. False
 * where they have none to be changed.
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

/** A mail that went out just before the process ended may go out again. */
export async function tellPasswordChanged(
  context: Context,
  { citizenId }: { citizenId: string },
): Promise<void> {
  const citizen = await findCitizen(context.db, citizenId);
  if (citizen) await context.ways.password?.keeping?.tellChanged(citizen);
}
