import type { MySession, NewsWish, PushSubscription } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty, type Outcome } from './client.ts';
import { readService } from './service-calls.ts';

interface Named {
  citizenId: string;
  sessionId: string;
}

function asCitizen(citizenId: string) {
  return { header: { 'X-Citizen': citizenId } };
}

function paramsOf({ citizenId, sessionId }: Named) {
  return { path: { sessionId }, ...asCitizen(citizenId) };
}

export function listMySessions({ http }: ApiClient): Promise<Outcome<{ sessions: MySession[] }>> {
  return call(http.GET('/sessions'), isAnswer('mySessions'));
}

export function endMySession({ http }: ApiClient, named: Named): Promise<Outcome<undefined>> {
  return call(http.DELETE('/sessions/{sessionId}', { params: paramsOf(named) }), isEmpty);
}

export function endOtherSessions({ http }: ApiClient, citizenId: string): Promise<Outcome<undefined>> {
  return call(http.DELETE('/sessions', { params: asCitizen(citizenId) }), isEmpty);
}

export function eraseOnDevice({ http }: ApiClient, named: Named): Promise<Outcome<MySession>> {
  return call(http.PUT('/sessions/{sessionId}/erasure', { params: paramsOf(named) }), isAnswer('mySession'));
}

export function readNewsWish({ http }: ApiClient): Promise<Outcome<NewsWish>> {
  return call(http.GET('/news'), isAnswer('newsWish'));
}

export function changeNewsWish(
  { http }: ApiClient,
  { citizenId, wanted }: { citizenId: string; wanted: boolean },
): Promise<Outcome<NewsWish>> {
  return call(http.PUT('/news', { params: asCitizen(citizenId), body: { wanted } }), isAnswer('newsWish'));
}

export function changePassword(
  { http }: ApiClient,
  { citizenId, ...typed }: { citizenId: string; password: string; newPassword: string },
): Promise<Outcome<undefined>> {
  return call(http.PUT('/password', { params: asCitizen(citizenId), body: typed }), isEmpty);
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
  return call(http.PUT('/push', { params: asCitizen(citizenId), body: subscription }), isEmpty);
}

export function endPush({ http }: ApiClient, citizenId: string): Promise<Outcome<undefined>> {
  return call(http.DELETE('/push', { params: asCitizen(citizenId) }), isEmpty);
}
