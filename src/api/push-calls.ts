import type { PushSubscription } from '../../contract/types.ts';
import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';
import { readService } from './service-calls.ts';

/** Returns the key with which a browser subscribes. Null where the service tells no browser of news, or cannot be asked. */
export async function readPushKey(api: ApiClient): Promise<string | null> {
  const outcome = await readService(api);
  return (outcome.kind === 'accepted' && outcome.value.pushKey) || null;
}

/** Has the service tell this device of news through its browser's push service. */
export function keepPush(
  { http }: ApiClient,
  citizenId: string,
  subscription: PushSubscription,
): Promise<Outcome<undefined>> {
  const params = { header: { 'X-Citizen': citizenId } };
  return call(http.PUT('/push', { params, body: subscription }), isEmpty);
}

export function endPush({ http }: ApiClient, citizenId: string): Promise<Outcome<undefined>> {
  return call(http.DELETE('/push', { params: { header: { 'X-Citizen': citizenId } } }), isEmpty);
}
