import type { Attachment, Message } from '../src/contract/types.ts';
import { lisbonDay } from '../src/domain/days-after.ts';
import { answered, enterState, paused, resumed, withRequest } from '../src/domain/office-moves.ts';
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
import { keepMessage, keepRequest } from './request-row.ts';
import type { OfficeAction, RequestRow } from './tables.ts';

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
  switch (action) {
    case 'review':
      return { row: enterState(resumed(row, at), 'inReview', at) };
    case 'forward': {
      const forwarded = enterState(resumed(row, at), 'forwarded', at, OTHER_OFFICE);
      return say(forwarded, 'notice', forwardText(OTHER_OFFICE), at);
    }
    case 'ask':
      return say(paused(row, at), 'question', QUESTION_TEXT, at);
    case 'answer':
      return say(answered(resumed(row, at), at), 'answer', answerText(row.request.kind), at);
    case 'close':
      return { row: enterState(resumed(row, at), 'closed', at) };
  }
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
  return { row: withRequest(row, { lastMessageAt: sentAt }), message };
}
