import { malformed, problem } from '../../contract/problem.ts';
import type { PushSubscription } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../db/schema.ts';
import { keepSubscription } from './push-rows.ts';

/** Lets the device of the session be told of news. Throws the problem of the contract when it cannot be. */
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
