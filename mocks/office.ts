import type { Attachment, RequestKind } from '../contract/types.ts';
import { lisbonDay } from '../domain/days-after.ts';
import {
  afterAction,
  type OfficeAction,
  officeMessage,
  SAID_WITH,
  withRequest,
} from '../domain/office-moves.ts';
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
import type { RequestRow } from './tables.ts';

/** The clerk's move at an instant of the world's clock, with the message that goes with it. */
export async function playOffice(
  call: Call,
  row: RequestRow,
  action: OfficeAction,
  atMs: number,
): Promise<RequestRow> {
  const moved = afterAction(row, action, atMs, OTHER_OFFICE);
  const purpose = SAID_WITH[action];
  if (purpose === null) return keepRequest(call, moved, row);
  const attachments = await attachFiles(call, row, action, atMs);
  const body = textOf(action, row.request.kind);
  const message = officeMessage(moved, { id: crypto.randomUUID(), purpose, body, attachments }, atMs);
  await keepMessage(call, row.citizenId, message);
  return keepRequest(call, withRequest(moved, { lastMessageAt: message.sentAt }), row);
}

export function textOf(action: OfficeAction, kind: RequestKind): string {
  switch (action) {
    case 'forward':
      return forwardText(OTHER_OFFICE);
    case 'ask':
      return QUESTION_TEXT;
    default:
      return answerText(kind);
  }
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
