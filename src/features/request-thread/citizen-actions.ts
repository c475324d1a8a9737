import type { CitizenPurpose, CitizenRequest } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import type { Deadline } from '../../../domain/measure-deadline.ts';
import { canAddTo, canAskAbout, canCorrect, canWithdraw, turnOf } from '../../../domain/request-state.ts';
import type { Thread } from './read-thread.ts';

type StateAndHistory = Pick<CitizenRequest, 'state' | 'history' | 'askAgainUntil'>;
type ThreadState = Pick<Thread, 'today' | 'messages' | 'waiting' | 'withdrawal'>;

export type CitizenActions = ReturnType<typeof findActions>;
/** The purposes of the messages for which a request may ask; it never asks for a correction. */
export type AskedPurpose = Exclude<CitizenPurpose, 'correction'>;
type PrimaryAction = AskedPurpose | 'newRequest' | 'complaint' | 'receipt';

/** Returns what the citizen can still write and do. `today` is the day in Lisbon by the server's clock, since the server counts the days. */
export function findActions(
  request: StateAndHistory,
  thread: ThreadState,
  deadline: Deadline | null,
  isWriting: boolean,
) {
  const { state, history, askAgainUntil } = request;
  const isFinished = state === 'answered' || state === 'closed';
  const isLeaving = thread.withdrawal !== null;
  const write = findPurpose(request, thread.today);
  const isSaid = isLeaving || (write !== null && isSaidAlready(write, request, thread));
  return {
    /** The purpose that a new message has in the state of the request; null when the office takes no messages but corrections. */
    write,
    /** The primary action; null while the citizen is doing it or when it is already done. */
    primary: isSaid || isWriting ? null : findPrimary(state, write, deadline),
    isTooLateToAsk:
      isFinished && askAgainUntil !== null && lastDayOpen(request, thread.today) > askAgainUntil,
    mayCorrect: canCorrect(state) && !isLeaving,
    mayWithdraw: canWithdraw(state) && !isLeaving,
    mayRate: isFinished && history.some((entry) => entry.state === 'answered'),
  };
}

/** Returns today, or the day on which the office closed the request: it may do so while the answer can be asked about. */
function lastDayOpen({ state, history }: StateAndHistory, today: string): string {
  const last = history.at(-1);
  return state === 'closed' && last ? lisbonDate(last.at) : today;
}

function findPurpose(request: StateAndHistory, today: string): AskedPurpose | null {
  if (request.state === 'awaitingCitizen') return 'reply';
  if (canAddTo(request.state)) return 'addition';
  return canAskAbout(request, today) ? 'followUp' : null;
}

/**
 * Whether the citizen has already written what the request asks for, even if this device does not know yet that it has arrived. More can be added at any time.
 */
function isSaidAlready(
  write: AskedPurpose,
  { history }: StateAndHistory,
  { messages, waiting }: ThreadState,
): boolean {
  if (write === 'addition') return false;
  const since = history.at(-1)?.at ?? '';
  const hasArrived = messages.some(({ purpose, sentAt }) => purpose === write && sentAt > since);
  return hasArrived || waiting.some(({ command }) => command.content.purpose === write);
}

function findPrimary(
  state: CitizenRequest['state'],
  write: AskedPurpose | null,
  deadline: Deadline | null,
): PrimaryAction {
  if (deadline?.status === 'over') return 'complaint';
  if (write) return write;
  return turnOf(state) === 'nobody' ? 'newRequest' : 'receipt';
}
