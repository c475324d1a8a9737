import { type ApiClient, call, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

export function changePassword(
  { http }: ApiClient,
  { citizenId, ...typed }: { citizenId: string; password: string; newPassword: string },
): Promise<Outcome<undefined>> {
  const params = { header: { 'X-Citizen': citizenId } };
  return call(http.PUT('/password', { params, body: typed }), isEmpty);
}

/** The answer is the same whether anybody has the NISS or not. */
export function startRecovery({ http }: ApiClient, niss: string): Promise<Outcome<undefined>> {
  return call(http.POST('/session/recovery', { body: { niss } }), isEmpty);
}

export function finishRecovery(
  { http }: ApiClient,
  typed: { code: string; newPassword: string },
): Promise<Outcome<undefined>> {
  return call(http.POST('/session/recovery/password', { body: typed }), isEmpty);
}
