import type { Attachment, CitizenRequest, Message } from '../src/contract/types.ts';
import { DEFAULT_LIMITS } from '../src/domain/limits.ts';
import { addWorkingDays, workingDaysUntil } from '../src/domain/working-days.ts';
import { attachOfficeFile } from './attach-office-file.ts';
import type { Call } from './call.ts';
import {
  answerPdfName,
  answerText,
  forwardText,
  OTHER_OFFICE,
  QUESTION_PICTURE_NAME,
  QUESTION_TEXT,
} from './office-texts.ts';
import { enterState, keepMessage, keepRequest } from './request-row.ts';
import type { OfficeAction, RequestRow } from './tables.ts';
import { afterDays, afterWorkingDays, lisbonDay } from './world-days.ts';

/** What the clerk takes for each step when nobody plays it. */
export const REVIEW_AFTER_WORKING_DAYS = 2;
const ANSWER_AFTER_WORKING_DAYS = 6;
/** After the citizen's reply, or after another office got it. */
const ANSWER_AGAIN_AFTER_WORKING_DAYS = 4;
const ASK_AGAIN_WITHIN_DAYS = 30;

/** The clerk's move at an instant of the world's clock, with the message that goes with it. */
export async function playOffice(
  call: Call,
  row: RequestRow,
  action: OfficeAction,
  atMs: number,
): Promise<RequestRow> {
  const { row: moved, message } = move(row, action, atMs);
  if (message) {
    const attachments = await attachFiles(call, row, action, atMs);
    await keepMessage(call, row.citizenId, { ...message, attachments });
  }
  return keepRequest(call, moved, row);
}

async function attachFiles(
  call: Call,
  row: RequestRow,
  action: OfficeAction,
  atMs: number,
): Promise<Attachment[]> {
  const { answer, question } = call.officeFiles;
  switch (action) {
    case 'answer':
      return [await attachOfficeFile(call, row, answer, answerPdfName(lisbonDay(atMs)))];
    case 'ask':
      return [await attachOfficeFile(call, row, question, QUESTION_PICTURE_NAME)];
    default:
      return [];
  }
}

interface Move {
  row: RequestRow;
  message?: Omit<Message, 'attachments'>;
}

function move(row: RequestRow, action: OfficeAction, at: number): Move {
  const resumed = resume(row, at);
  switch (action) {
    case 'review':
      return { row: withNext(inState(resumed, 'inReview', at), 'answer', answerTime(row, at)) };
    case 'forward':
      return say(
        withNext(
          inState(resumed, 'forwarded', at, OTHER_OFFICE),
          'answer',
          afterWorkingDays(at, ANSWER_AGAIN_AFTER_WORKING_DAYS),
        ),
        'notice',
        forwardText(OTHER_OFFICE),
        at,
      );
    case 'ask':
      return say(pause(row, at), 'question', QUESTION_TEXT, at);
    case 'answer':
      return say(answered(resumed, at), 'answer', answerText(row.request.kind), at);
    case 'close':
      return { row: { ...inState(resumed, 'closed', at), next: null } };
  }
}

/** By age, but never before the office has looked at it. */
function answerTime(row: RequestRow, at: number): number {
  const byAge = afterWorkingDays(Date.parse(row.request.receivedAt), ANSWER_AFTER_WORKING_DAYS);
  return Math.max(byAge, afterWorkingDays(at, 1));
}

function inState(
  row: RequestRow,
  state: CitizenRequest['state'],
  at: number,
  officeName?: string,
): RequestRow {
  return { ...row, request: enterState(row.request, state, at, officeName) };
}

function withNext(row: RequestRow, action: OfficeAction, at: number): RequestRow {
  return { ...row, next: { action, at } };
}

function say(row: RequestRow, purpose: Message['purpose'], body: string, atMs: number): Move {
  const sentAt = new Date(atMs).toISOString();
  const message = {
    id: crypto.randomUUID(),
    requestId: row.request.id,
    author: 'office' as const,
    purpose,
    officeName: row.request.office.name,
    body,
    sentAt,
  };
  return { row: { ...row, request: { ...row.request, lastMessageAt: sentAt } }, message };
}

function answered(row: RequestRow, at: number): RequestRow {
  const until = afterDays(at, ASK_AGAIN_WITHIN_DAYS);
  const inTime = { ...row, request: { ...row.request, askAgainUntil: lisbonDay(until) } };
  return withNext(inState(inTime, 'answered', at), 'close', afterDays(until, 1));
}

/** The deadline stands still while the citizen's answer is awaited. */
function pause(row: RequestRow, at: number): RequestRow {
  if (row.request.deadlinePaused) return row;
  const { dueOn } = row.request;
  const daysLeft = Math.max(0, workingDaysUntil(lisbonDay(at), dueOn, DEFAULT_LIMITS.extraHolidays));
  const paused = { ...row, request: { ...row.request, deadlinePaused: true } };
  return { ...inState(paused, 'awaitingCitizen', at), next: null, pausedDaysLeft: daysLeft };
}

/** Goes on counting with the working days that were left. */
function resume(row: RequestRow, at: number): RequestRow {
  if (row.pausedDaysLeft === null) return row;
  // Also with none left it is a day on which the office is open.
  const dueOn = addWorkingDays(lisbonDay(at), row.pausedDaysLeft, DEFAULT_LIMITS.extraHolidays);
  return { ...row, pausedDaysLeft: null, request: { ...row.request, deadlinePaused: false, dueOn } };
}

/** What the citizen's own words do to the request. */
export function takeReply(row: RequestRow, purpose: Message['purpose'], at: number): RequestRow {
  if (purpose === 'addition') {
    return { ...row, request: { ...row.request, updatedAt: new Date(at).toISOString() } };
  }
  const resumed = purpose === 'followUp' ? reopen(row, at) : resume(row, at);
  const answerAt = afterWorkingDays(at, ANSWER_AGAIN_AFTER_WORKING_DAYS);
  return withNext(inState(resumed, 'inReview', at), 'answer', answerAt);
}

/** A question about the answer has a whole period of its own. */
function reopen(row: RequestRow, at: number): RequestRow {
  const dueOn = lisbonDay(afterWorkingDays(at, DEFAULT_LIMITS.generalWorkingDays));
  return { ...row, request: { ...row.request, dueOn, askAgainUntil: null } };
}

export function withdraw(row: RequestRow, at: number): RequestRow {
  return { ...inState(row, 'withdrawn', at), next: null };
}
