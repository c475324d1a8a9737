import type { MySession } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, isEmpty } from './client.ts';
import type { Outcome } from './outcome.ts';

interface Named {
  citizenId: string;
  sessionId: string;
}

function paramsOf({ citizenId, sessionId }: Named) {
  return { path: { sessionId }, header: { 'X-Citizen': citizenId } };
}

export function listMySessions({ http }: ApiClient): Promise<Outcome<{ sessions: MySession[] }>> {
  return call(http.GET('/sessions'), isAnswer('mySessions'));
}

export function endMySession({ http }: ApiClient, named: Named): Promise<Outcome<undefined>> {
  return call(http.DELETE('/sessions/{sessionId}', { params: paramsOf(named) }), isEmpty);
}

export function endOtherSessions({ http }: ApiClient, citizenId: string): Promise<Outcome<undefined>> {
  return call(http.DELETE('/sessions', { params: { header: { 'X-Citizen': citizenId } } }), isEmpty);
}

export function eraseOnDevice({ http }: ApiClient, named: Named): Promise<Outcome<MySession>> {
  return call(http.PUT('/sessions/{sessionId}/erasure', { params: paramsOf(named) }), isAnswer('mySession'));
}
