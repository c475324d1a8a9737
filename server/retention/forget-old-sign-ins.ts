import { LISTED_MS } from '../../domain/session-life.ts';
import { forgetOldClerkSessions } from '../clerks/clerk-sessions.ts';
import { forgetOldWaiting } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { forgetOldStates } from '../sessions/cmd-sign-in.ts';

/** Deletes what people leave behind who do not come any more: each sign-in already looks after the person's own. */
export async function forgetOldSignIns({ db, clocks }: Context): Promise<void> {
  const now = clocks.now();
  await db
    .deleteFrom('sessions')
    .where('seenAt', '<=', now - LISTED_MS)
    .execute();
  await db.deleteFrom('waitingSignIns').where('codeExpiresAt', '<=', now).execute();
  await db.deleteFrom('recoveries').where('expiresAt', '<=', now).execute();
  await forgetOldStates(db, now);
  await forgetOldWaiting(db, now);
  await forgetOldClerkSessions(db, now);
}
