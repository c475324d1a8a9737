import { malformed, problem } from '../contract/problem.ts';
import type { PushSubscription } from '../contract/types.ts';
import { isKnownEndpoint, PUSH_SERVICES, PUSHED_DEVICES_MAX } from '../domain/push/push-services.ts';
import { UNENDED } from '../domain/session-life.ts';
import type { Call } from './call.ts';
import { sessionIdOf } from './session.ts';
import { readTable } from './store.ts';

/** The key of RFC 8291's example. Nothing is sent with it: this world shows its notifications itself. */
export const PUSH_KEY =
  'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8';

/** A device that is told of news: its subscription, and its citizen. */
interface ToldDevice extends PushSubscription {
  citizenId: string;
}

/** Keeps the push subscription of the session's device. */
export async function keepPush(call: Call, request: Request, subscription: PushSubscription): Promise<void> {
  const id = sessionIdOf(request);
  const row = await call.tx.get('sessions', id);
  if (row?.stage !== 'signedIn') throw problem('signed-out');
  if (row.shared) throw problem('not-allowed');
  if (!isKnownEndpoint(subscription.endpoint, PUSH_SERVICES)) throw malformed();
  for (const { key, session } of await readTold(call))
    if (session.push.endpoint === subscription.endpoint) await forget(call, key);
  await call.tx.put('sessions', id, { ...row, push: subscription, pushKeptAt: call.realNow });
  const own = (await readTold(call)).filter(({ session }) => session.citizenId === row.citizenId);
  const newest = [...own].sort((one, other) => other.session.pushKeptAt - one.session.pushKeptAt);
  for (const { key } of newest.slice(PUSHED_DEVICES_MAX)) await forget(call, key);
}

export function endPush(call: Call, request: Request): Promise<void> {
  return forget(call, sessionIdOf(request));
}

export async function listTold(call: Call): Promise<ToldDevice[]> {
  return (await readTold(call)).map(({ session: { citizenId, push } }) => ({ citizenId, ...push }));
}

async function readTold(call: Call) {
  const all = await readTable(call.tx, 'sessions');
  return all.flatMap(({ key, value }) => {
    if (!UNENDED.includes(value.stage) || !value.push) return [];
    const { push, pushKeptAt = 0 } = value;
    return [{ key, session: { ...value, push, pushKeptAt } }];
  });
}

async function forget(call: Call, key: string): Promise<void> {
  const row = await call.tx.get('sessions', key);
  if (!row) return;
  const { push: _, pushKeptAt: __, ...rest } = row;
  await call.tx.put('sessions', key, rest);
}
