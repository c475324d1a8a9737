import { randomUUID } from 'node:crypto';
import { problem } from '../../src/contract/problem.ts';
import type { Attachment } from '../../src/contract/types.ts';
import { detectFileType } from '../../src/domain/file-signature.ts';
import {
  afterAction,
  type OfficeAction,
  officeMessage,
  SAID_WITH,
  withRequest,
} from '../../src/domain/office-moves.ts';
import { sha256Hex } from '../../src/lib/sha256.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { attach } from '../requests/request-files.ts';
import { findRequest, keepMessage, keepRequest, takeId } from '../requests/request-rows.ts';
import { keepBytes } from '../uploads/file-bytes.ts';

export interface OfficeFile {
  name: string;
  bytes: Uint8Array;
}

export interface OfficeAct {
  action: OfficeAction;
  /** What is said with it, where something is. */
  body: string;
  files: readonly OfficeFile[];
  /** Who has the request from then on, when it is forwarded. */
  otherOffice?: string;
  /** By the office's clock. */
  atMs: number;
}

/** What somebody at the office does with a request, with the message and the files that go with it. */
export async function actOnRequest(
  { db }: Pick<Context, 'db'>,
  { citizenId, id }: { citizenId: string; id: string },
  act: OfficeAct,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockCitizen(tx, citizenId);
    const row = await findRequest(tx, citizenId, id);
    const { state } = row.request;
    if (state === 'closed' || state === 'withdrawn') throw problem('state-forbids');
    const moved = afterAction(row, act.action, act.atMs, act.otherOffice);
    const purpose = SAID_WITH[act.action];
    if (purpose === null) {
      await keepRequest(tx, citizenId, moved);
      return;
    }
    const attachments: Attachment[] = [];
    for (const file of act.files) attachments.push(await keepOfficeFile(tx, citizenId, id, file));
    const said = { id: randomUUID(), purpose, body: act.body, attachments };
    const message = officeMessage(moved, said, act.atMs);
    await takeId(tx, { id: message.id, kind: 'message', citizenId });
    await keepMessage(tx, citizenId, message);
    await keepRequest(tx, citizenId, withRequest(moved, { lastMessageAt: message.sentAt }));
  });
}

/** Like a citizen's file: bound to the request, its bytes can be downloaded. */
async function keepOfficeFile(
  tx: Tx,
  citizenId: string,
  requestId: string,
  file: OfficeFile,
): Promise<Attachment> {
  const { name, bytes } = file;
  const attachment: Attachment = {
    id: randomUUID(),
    name,
    size: bytes.length,
    type: detectFileType(bytes, name) ?? 'application/octet-stream',
    sha256: await sha256Hex(bytes),
  };
  const fileId = `o_${attachment.id}`;
  await keepBytes(tx, citizenId, fileId, bytes);
  await attach(tx, { citizenId, requestId, fileId, attachment });
  return attachment;
}
