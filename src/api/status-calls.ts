import type { RequestStatus } from '../../contract/types.ts';
import { type ApiClient, call, isAnswer, type Outcome } from './client.ts';

/** The *código de consulta*; null where it is switched off. */
type Code = Outcome<{ code: string | null }>;

interface Named {
  citizenId: string;
  requestId: string;
}

const PATH = '/requests/{requestId}/status-code';

function paramsOf({ citizenId, requestId }: Named) {
  return { path: { requestId }, header: { 'X-Citizen': citizenId } };
}

/** This call needs no sign-in. */
export function lookUpStatus(
  { http }: ApiClient,
  body: { reference: string; code: string },
): Promise<Outcome<RequestStatus>> {
  return call(http.POST('/status', { body }), isAnswer('requestStatus'));
}

export function readStatusCode({ http }: ApiClient, { requestId }: Named): Promise<Code> {
  return call(http.GET(PATH, { params: { path: { requestId } } }), isAnswer('statusCode'));
}

/** Makes another code in the place of `replaces`. */
export function renewStatusCode({ http }: ApiClient, named: Named, replaces: string | null): Promise<Code> {
  return call(http.PUT(PATH, { params: paramsOf(named), body: { replaces } }), isAnswer('statusCode'));
}

export function endStatusCode({ http }: ApiClient, named: Named): Promise<Code> {
  return call(http.DELETE(PATH, { params: paramsOf(named) }), isAnswer('statusCode'));
}
