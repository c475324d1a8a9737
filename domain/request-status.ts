import type { CitizenRequest, RequestStatus } from '../contract/types.ts';
import { turnOf } from './request-state.ts';

/** Returns all that a person is told who has the request's *código de consulta*. */
export function statusOf({ state, receivedAt, dueOn }: CitizenRequest): RequestStatus {
  const turn = turnOf(state);
  return { state, turn, receivedAt, dueOn: turn === 'office' ? dueOn : null };
}
