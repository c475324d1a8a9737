import { malformed, problem } from '../../contract/problem.ts';
import type { PushSubscription } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { endSubscription, keepSubscription } from './push-rows.ts';

/** Has the device of the session told of news. Throws what the contract answers where it is not. */
export async function keepPush(
  context: Context,
  session: SessionRow,
  subscription: PushSubscription,
): Promise<void> {
  if (!context.push) throw problem('unavailable');
  if (session.shared) throw problem('not-allowed');
  if (!context.push.isKnown(subscription.endpoint)) throw malformed();
  await keepSubscription(context, session, subscription);
}

export async function endPush({ db }: Pick<Context, 'db'>, session: SessionRow): Promise<void> {
  await endSubscription(db, session);
}
