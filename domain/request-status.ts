import type { CitizenRequest, RequestStatus } from '../contract/types.ts';
import { turnOf } from './request-state.ts';

/** All that whoever has a request's *código de consulta* is told. */
export function statusOf({ state, receivedAt, dueOn }: CitizenRequest): RequestStatus {
  const turn = turnOf(state);
  return { state, turn, receivedAt, dueOn: turn === 'office' ? dueOn : null };
}
