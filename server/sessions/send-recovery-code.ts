import { findAccount } from '../accounts/find-account.ts';
import { findByNiss, findCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import { hashRecoveryCode } from './recovery-rows.ts';
import { giveBackAll } from './tries.ts';

/**
 * Sends a code to the citizen with the NISS, if they have an account and an address. When the mail server does not take it, the job tries again while the
 * recovery lasts, each time with another code. After that the try is given back, since no mail was sent.
 */
export async function sendRecoveryCode(
  context: Context,
  { recoveryId: id }: { recoveryId: string },
): Promise<void> {
  const { db, clocks, seal, ways } = context;
  const way = ways.password?.keeping?.recovery;
  const recovery = await db.selectFrom('recoveries').selectAll().where('id', '=', id).executeTakeFirst();
  if (!way || !recovery) return;
  const citizenId = await findByNiss(db, recovery.nissHash);
  const citizen = await findCitizen(db, citizenId ?? '');
  if (!citizen?.emailSealed || !(await findAccount(db, citizen.id))) return;
  if (recovery.expiresAt <= clocks.now()) {
    const niss = seal.open(citizen.nissSealed, citizen.id);
    return giveBackAll(context, { askedRecovery: niss });
  }
  const code = way.newCode();
  const codeHash = hashRecoveryCode(seal, id, code);
  await db.updateTable('recoveries').set({ codeHash }).where('id', '=', id).execute();
  await way.sendCode(citizen, code);
}
