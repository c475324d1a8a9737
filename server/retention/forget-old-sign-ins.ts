import { LISTED_MS } from '../../domain/session-life.ts';
import type { Context } from '../context.ts';

/** Of who does not come any more: who signs in has it looked after then. */
export async function forgetOldSignIns({ db, clocks }: Context): Promise<void> {
  const now = clocks.now();
  await db
    .deleteFrom('sessions')
    .where('seenAt', '<=', now - LISTED_MS)
    .execute();
  await db.deleteFrom('waitingSignIns').where('codeExpiresAt', '<=', now).execute();
}
