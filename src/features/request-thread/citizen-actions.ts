import type { CitizenPurpose, CitizenRequest } from '../../contract/types.ts';
import { canAddTo, canWithdraw } from '../../domain/request-state.ts';

type Standing = Pick<CitizenRequest, 'state' | 'history' | 'askAgainUntil'>;

export type CitizenActions = ReturnType<typeof findActions>;

/** What the citizen can still say. `today` is the server's day in Lisbon: it is the server that counts the days. */
export function findActions(request: Standing, today: string) {
  const { state, history, askAgainUntil } = request;
  const isFinished = state === 'answered' || state === 'closed';
  return {
    /** What a message written now would be; null: none is taken. */
    write: findPurpose(request, today),
    /** yyyy-mm-dd: the last day for asking about the answer. */
    askAgainUntil: state === 'answered' ? askAgainUntil : null,
    isTooLateToAsk: isFinished && askAgainUntil !== null && today > askAgainUntil,
    mayWithdraw: canWithdraw(state),
    mayRate: isFinished && history.some((entry) => entry.state === 'answered'),
  };
}

function findPurpose({ state, askAgainUntil }: Standing, today: string): CitizenPurpose | null {
  if (state === 'awaitingCitizen') return 'reply';
  if (canAddTo(state)) return 'addition';
  const mayAsk = state === 'answered' && askAgainUntil !== null && today <= askAgainUntil;
  return mayAsk ? 'followUp' : null;
}
