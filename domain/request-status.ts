import type { CitizenRequest, RequestStatus } from '../contract/types.ts';
import { turnOf } from './request-state.ts';

/** Returns the day by which the office answers; null while it is not its turn. */
export function dueOnOf({ state, dueOn }: Pick<CitizenRequest, 'state' | 'dueOn'>): string | null {
  return turnOf(state) === 'office' ? dueOn : null;
}

/** Returns all that a person is told who has the request's *código de consulta*. */
export function statusOf(request: CitizenRequest): RequestStatus {
  const { state, receivedAt } = request;
  return { state, turn: turnOf(state), receivedAt, dueOn: dueOnOf(request) };
}
