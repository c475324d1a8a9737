import type { PushSubscription } from '../../contract/types.ts';
import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

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
