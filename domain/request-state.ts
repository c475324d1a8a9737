import type { CitizenRequest, RequestState } from '../contract/types.ts';

export type Turn = 'citizen' | 'office' | 'nobody';
export type ListGroup = 'needsYou' | 'inProgress' | 'finished';
/** The groups of the list: a request stands in the first that fits. */
export const INBOX_GROUPS = ['needsYou', 'toRead', 'inProgress', 'finished'] as const satisfies (
  | 'toRead'
  | ListGroup
)[];
export type InboxGroup = (typeof INBOX_GROUPS)[number];
/** The look of a state: it went well, is under way, needs the citizen, or is over. */
type Emphasis = 'success' | 'info' | 'warning' | 'neutral';

interface StateRules {
  turn: Turn;
  emphasis: Emphasis;
  mayWithdraw: boolean;
  mayAddTo: boolean;
}

const RULES: Record<RequestState, StateRules> = {
  registered: { turn: 'office', emphasis: 'success', mayWithdraw: true, mayAddTo: false },
  inReview: { turn: 'office', emphasis: 'info', mayWithdraw: true, mayAddTo: true },
  forwarded: { turn: 'office', emphasis: 'info', mayWithdraw: false, mayAddTo: false },
  awaitingCitizen: { turn: 'citizen', emphasis: 'warning', mayWithdraw: false, mayAddTo: false },
  answered: { turn: 'nobody', emphasis: 'success', mayWithdraw: false, mayAddTo: false },
  closed: { turn: 'nobody', emphasis: 'neutral', mayWithdraw: false, mayAddTo: false },
  withdrawn: { turn: 'nobody', emphasis: 'neutral', mayWithdraw: false, mayAddTo: false },
};

const GROUPS: Record<Turn, ListGroup> = { citizen: 'needsYou', office: 'inProgress', nobody: 'finished' };

export function turnOf(state: RequestState): Turn {
  return RULES[state].turn;
}

type Answerable = Pick<CitizenRequest, 'state' | 'askAgainUntil'>;

/** Whether the citizen may ask about the answer on a day, which is the server's in Lisbon. */
export function canAskAbout<T extends Answerable>(
  request: T,
  today: string,
): request is T & { askAgainUntil: string } {
  const { state, askAgainUntil } = request;
  return state === 'answered' && askAgainUntil !== null && today <= askAgainUntil;
}

/** Returns the group of a request. An answered one stays in progress for the days in which the citizen may ask about the answer. */
export function listGroupOf(request: Answerable, today: string): ListGroup {
  return canAskAbout(request, today) ? 'inProgress' : GROUPS[turnOf(request.state)];
}

/**
 * Returns the group of a request. A question of the office stays in `needsYou`, read or not. So does a request whose reminder is due, unless the citizen has
 * something of it to read.
 */
export function inboxGroupOf(
  request: Answerable & { remindOn?: string },
  isUnread: boolean,
  today: string,
): InboxGroup {
  const group = listGroupOf(request, today);
  if (isUnread && group !== 'needsYou') return 'toRead';
  return isReminderDue(request.remindOn, today) ? 'needsYou' : group;
}

/** Whether the day has come on which the citizen wanted to be reminded. The reminder stays due until the citizen takes it away. */
export function isReminderDue(remindOn: string | undefined, today: string): boolean {
  return remindOn !== undefined && remindOn <= today;
}

export function emphasisOf(state: RequestState): Emphasis {
  return RULES[state].emphasis;
}

export function canWithdraw(state: RequestState): boolean {
  return RULES[state].mayWithdraw;
}

/** Whether the citizen may correct what they wrote: as long as somebody may still act on it. */
export function canCorrect(state: RequestState): boolean {
  return turnOf(state) !== 'nobody';
}

/** Whether the citizen may add to the request unasked; where they are asked something, they reply instead. */
export function canAddTo(state: RequestState): boolean {
  return RULES[state].mayAddTo;
}
