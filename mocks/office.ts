import type { Attachment } from '../contract/types.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import {
  afterAction,
  type OfficeAction,
  officeMessage,
  PURPOSE_OF_ACTION,
  withRequest,
} from '../domain/office-moves.ts';
import type { Call } from './call.ts';
import { OTHER_OFFICE, whatClerkSays } from './clerk/what-clerk-says.ts';
import type { OfficeFile } from './office-files.ts';
import { ownKey } from './own-key.ts';
import { keepMessage, keepRequest } from './request-row.ts';
import type { RequestRow } from './tables.ts';

/** Plays the clerk's action at an instant of the world's clock, with the message that goes with it. */
export async function playOffice(
  call: Call,
  row: RequestRow,
  action: OfficeAction,
  atMs: number,
): Promise<RequestRow> {
  const moved = afterAction(row, { action, atMs, otherOffice: OTHER_OFFICE }, DEFAULT_LIMITS);
  const purpose = PURPOSE_OF_ACTION[action];
  if (purpose === null) return keepRequest(call, moved, row);
  const { body, files } = whatClerkSays(action, row.request, atMs, call.officeFiles);
  const attachments: Attachment[] = [];
  for (const { name, file } of files) attachments.push(await attachOfficeFile(call, row, file, name));
  const message = officeMessage(moved, { id: crypto.randomUUID(), purpose, body, attachments }, atMs);
  await keepMessage(call, row.citizenId, message);
  return keepRequest(call, withRequest(moved, { lastMessageAt: message.sentAt }), row);
}

/** Binds an office's file to the request, like a citizen's file, so that its bytes can be downloaded. */
async function attachOfficeFile(
  call: Call,
  row: RequestRow,
  { byteKey, bytes, type, sha256 }: OfficeFile,
  name: string,
): Promise<Attachment> {
  const attachment: Attachment = { id: crypto.randomUUID(), name, size: bytes.length, type, sha256 };
  const key = ownKey(row.citizenId, row.request.id, attachment.id);
  await call.tx.put('attachments', key, { attachment, byteKeys: [byteKey] });
  if (!(await call.tx.getBytes(byteKey))) await call.tx.putBytes(byteKey, bytes);
  return attachment;
}
