import type { CitizenRequest, Message } from '../contract/types.ts';
import { addWorkingDays } from './add-working-days.ts';
import type { DeadlineLimits } from './deadlines.ts';
import { addDays, lisbonDate } from './lisbon-date.ts';
import { plainLine } from './plain-line.ts';
import { canAddTo, canAskAbout, canCorrect } from './request-state.ts';
import { workingDaysUntil } from './working-days.ts';

const ASK_AGAIN_WITHIN_DAYS = 30;

/** A request, with what a server must keep to change its state. Instants are in ms, by the office's clock. */
export interface Handled {
  request: CitizenRequest;
  /** The working days left when the deadline was paused; null while it runs. */
  pausedDaysLeft: number | null;
}

function enterState<T extends Handled>(
  row: T,
  state: CitizenRequest['state'],
  atMs: number,
  officeName = row.request.office.name,
): T {
  const at = new Date(atMs).toISOString();
  const history = [...row.request.history, { state, at, officeName }];
  return withRequest(row, { state, office: { name: officeName }, history, updatedAt: at });
}

function answered<T extends Handled>(row: T, atMs: number): T {
  const askAgainUntil = addDays(lisbonDate(atMs), ASK_AGAIN_WITHIN_DAYS);
  return enterState(withRequest(row, { askAgainUntil }), 'answered', atMs);
}

/** Pauses the deadline while the citizen's answer is awaited. Another question moves the request nowhere, but devices know news by `updatedAt`. */
function paused<T extends Handled>(row: T, atMs: number, { extraHolidays }: DeadlineLimits): T {
  if (row.request.deadlinePaused) return withRequest(row, { updatedAt: new Date(atMs).toISOString() });
  const { dueOn } = row.request;
  const daysLeft = workingDaysUntil(lisbonDate(atMs), dueOn, extraHolidays);
  const still = { ...withRequest(row, { deadlinePaused: true }), pausedDaysLeft: Math.max(0, daysLeft) };
  return enterState(still, 'awaitingCitizen', atMs);
}

/** Resumes the deadline with the working days that were left. */
function resumed<T extends Handled>(row: T, atMs: number, { extraHolidays }: DeadlineLimits): T {
  if (row.pausedDaysLeft === null) return row;
  // With no days left the due day is still one on which the office is open.
  const dueOn = addWorkingDays(lisbonDate(atMs), row.pausedDaysLeft, extraHolidays);
  return { ...withRequest(row, { deadlinePaused: false, dueOn }), pausedDaysLeft: null };
}

export function withdrawn<T extends Handled>(row: T, atMs: number): T {
  return enterState(row, 'withdrawn', atMs);
}

/** Whether the request takes a message of this purpose now. */
export function takesReply(request: CitizenRequest, purpose: Message['purpose'], atMs: number): boolean {
  switch (purpose) {
    case 'reply':
      return request.state === 'awaitingCitizen';
    case 'addition':
      return canAddTo(request.state);
    case 'correction':
      return canCorrect(request.state);
    case 'followUp':
      return canAskAbout(request, lisbonDate(atMs));
    default:
      return false;
  }
}

/** Returns the request after a message of the citizen. A correction answers nothing: a request that awaits a reply goes on awaiting it. */
export function replied<T extends Handled>(
  row: T,
  purpose: Message['purpose'],
  atMs: number,
  limits: DeadlineLimits,
): T {
  if (purpose === 'addition' || purpose === 'correction')
    return withRequest(row, { updatedAt: new Date(atMs).toISOString() });
  const running = purpose === 'followUp' ? reopened(row, atMs, limits) : resumed(row, atMs, limits);
  return enterState(running, 'inReview', atMs);
}

/** Reopens the request: a question about the answer has a whole period of its own. */
function reopened<T extends Handled>(row: T, atMs: number, limits: DeadlineLimits): T {
  const { generalWorkingDays, extraHolidays } = limits;
  const dueOn = addWorkingDays(lisbonDate(atMs), generalWorkingDays, extraHolidays);
  return withRequest(row, { dueOn, askAgainUntil: null });
}

export function withRequest<T extends Handled>(row: T, fields: Partial<CitizenRequest>): T {
  return { ...row, request: { ...row.request, ...fields } };
}

export type OfficeAction = 'review' | 'ask' | 'answer' | 'forward' | 'close';

/** The purpose of the message that goes with each action; null: none. */
export const PURPOSE_OF_ACTION: Record<OfficeAction, Message['purpose'] | null> = {
  review: null,
  ask: 'question',
  answer: 'answer',
  forward: 'notice',
  close: null,
};

/** The office's actions in each state. A second answer may complete the first; a request that is over stays so. */
const MOVES_FROM: Record<CitizenRequest['state'], readonly OfficeAction[]> = {
  registered: ['review', 'ask', 'answer', 'forward'],
  inReview: ['ask', 'answer', 'forward'],
  forwarded: ['review', 'ask', 'answer', 'forward'],
  awaitingCitizen: ['review', 'ask', 'answer', 'forward', 'close'],
  answered: ['answer', 'close'],
  closed: [],
  withdrawn: [],
};

export function movesFrom(state: CitizenRequest['state']): readonly OfficeAction[] {
  return MOVES_FROM[state];
}

interface Move {
  action: OfficeAction;
  atMs: number;
  /** The office that has a forwarded request from then on. */
  otherOffice?: string;
}

/** Returns the request after an action of the office. */
export function afterAction<T extends Handled>(
  row: T,
  { action, atMs, otherOffice }: Move,
  limits: DeadlineLimits,
): T {
  switch (action) {
    case 'review':
      return enterState(resumed(row, atMs, limits), 'inReview', atMs);
    case 'forward':
      return enterState(resumed(row, atMs, limits), 'forwarded', atMs, otherOffice && plainLine(otherOffice));
    case 'ask':
      return paused(row, atMs, limits);
    case 'answer':
      return answered(resumed(row, atMs, limits), atMs);
    case 'close':
      return enterState(resumed(row, atMs, limits), 'closed', atMs);
  }
}

/** Makes a message of the citizen, who speaks for no office. */
export function citizenMessage(said: Omit<Message, 'author' | 'officeName'>): Message {
  return { ...said, author: 'citizen', officeName: null };
}

/** Makes a message of the office that has the request. */
export function officeMessage(
  { request }: Handled,
  said: Pick<Message, 'id' | 'purpose' | 'body' | 'attachments'>,
  atMs: number,
): Message {
  const { id, purpose, body, attachments } = said;
  return {
    id,
    requestId: request.id,
    author: 'office',
    purpose,
    officeName: request.office.name,
    body,
    attachments,
    sentAt: new Date(atMs).toISOString(),
  };
}
