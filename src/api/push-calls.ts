import type { PushSubscription } from '../../contract/types.ts';
import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';
import { readService } from './service-calls.ts';

/** With which a browser subscribes. Null: the service tells no browser, or cannot be asked now. */
export async function readPushKey(api: ApiClient): Promise<string | null> {
  const outcome = await readService(api);
  return (outcome.kind === 'accepted' && outcome.value.pushKey) || null;
}

/** Has this device told of news by its browser's push service. */
export function keepPush(
  { http }: ApiClient,
  citizenId: string,
  subscription: PushSubscription,
): Promise<Outcome<undefined>> {
  const params = { header: { 'X-Citizen': citizenId } };
  return call(() => http.PUT('/push', { params, body: subscription }), isEmpty);
}

export function endPush({ http }: ApiClient, citizenId: string): Promise<Outcome<undefined>> {
  return call(() => http.DELETE('/push', { params: { header: { 'X-Citizen': citizenId } } }), isEmpty);
}
