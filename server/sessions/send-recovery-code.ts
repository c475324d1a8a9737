import { findAccount } from '../accounts/find-account.ts';
import { findByNiss, findCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import { hashRecoveryCode } from './recovery-rows.ts';

/**
 * Sends a code to the citizen with the NISS, if they have an account and an address. When the mail server does not take it, the job tries again while the
 * recovery lasts, each time with another code. The try stays counted, sent or not: a count that is given back would tell that somebody has the NISS.
 */
export async function sendRecoveryCode(
  context: Context,
  { recoveryId: id }: { recoveryId: string },
): Promise<void> {
  const { db, clocks, seal, ways } = context;
  const way = ways.password?.keeping?.recovery;
  const recovery = await db.selectFrom('recoveries').selectAll().where('id', '=', id).executeTakeFirst();
  if (!way || !recovery || recovery.expiresAt <= clocks.now()) return;
  const citizenId = await findByNiss(db, recovery.nissHash);
  const citizen = await findCitizen(db, citizenId ?? '');
  if (!citizen?.emailSealed || !(await findAccount(db, citizen.id))) return;
  const code = way.newCode();
  const codeHash = hashRecoveryCode(seal, id, code);
  await db.updateTable('recoveries').set({ codeHash }).where('id', '=', id).execute();
  await way.sendCode(citizen, code);
}
