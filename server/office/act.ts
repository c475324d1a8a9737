import { randomUUID } from 'node:crypto';
import type { Attachment, CitizenRequest } from '../../contract/types.ts';
import {
  afterAction,
  movesFrom,
  type OfficeAction,
  officeMessage,
  SAID_WITH,
  withRequest,
} from '../../domain/office-moves.ts';
import { type SignReceipt, withReceipt } from '../../domain/proof/signed-content.ts';
import { lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { announce } from '../news/announce.ts';
import { NEWS_OF } from '../news/news.ts';
import { findRequest, keepMessage, keepRequest, takeId } from '../requests/request-rows.ts';
import { hashOf } from '../requests/sent.ts';
import { transactFor } from '../write-for.ts';
import { handOver } from './assignment.ts';
import { countMoves } from './moves.ts';
import { keepNote } from './notes.ts';
import { keepOfficeFile, type OfficeFile } from './office-files.ts';
import { tellOffice, WHAT_OF } from './tell-office.ts';

export interface OfficeAct {
  action: OfficeAction;
  /** What is said with it, where something is. */
  body: string;
  files: readonly OfficeFile[];
  /** Who has the request from then on, when it is forwarded. */
  otherOffice?: string;
  /** Which of the office's own services that is, where it is one. */
  service?: string;
  /** For those who have it from then on: the citizen does not read it. */
  note?: string;
  /** By the office's clock. */
  atMs: number;
  /** Who does it, for whoever runs the server. */
  by: string;
  /** The same again is not done again. */
  key: string;
  /** How much had happened when it was decided; null: whatever has. */
  seenMoves: number | null;
}

/** `changed`: something else has happened meanwhile, or the same key came with something else. `state-forbids`: as the request stands it cannot be done. */
export type Acted = 'done' | 'changed' | 'state-forbids';

interface Named {
  citizenId: string;
  id: string;
}

type Acting = Pick<Context, 'db' | 'clocks' | 'keyring' | 'push' | 'webhook' | 'writers'>;

/** What somebody at the office does with a request, with the message and the files that go with it. Judged before by `judgeAct`. */
export async function actOnRequest(
  context: Acting,
  { citizenId, id }: Named,
  act: OfficeAct,
): Promise<Acted> {
  const sign = await context.keyring.signer();
  return transactFor(context, citizenId, async (tx) => {
    await lockIfThere(tx, citizenId);
    return actWithin(context, tx, { citizenId, id }, act, sign);
  });
}

/** The same in the transaction of whoever holds the citizen's lock. */
export async function actWithin(
  context: Acting,
  tx: Tx,
  { citizenId, id }: Named,
  act: OfficeAct,
  sign: SignReceipt,
): Promise<Acted> {
  const already = await judgeNow(tx, { citizenId, id }, act);
  if (already) return already;
  const row = await findRequest(tx, citizenId, id);
  const moved = afterAction(row, act.action, act.atMs, act.otherOffice);
  const purpose = SAID_WITH[act.action];
  if (purpose === null) await keepRequest(tx, citizenId, moved);
  else {
    const attachments: Attachment[] = [];
    for (const file of act.files) attachments.push(await keepOfficeFile(tx, citizenId, id, file));
    const said = { id: randomUUID(), purpose, body: act.body, attachments };
    const message = withReceipt(officeMessage(moved, said, act.atMs), moved.request.reference, sign);
    await takeId(tx, { id: message.id, kind: 'message', citizenId });
    await keepMessage(tx, citizenId, message);
    const news = NEWS_OF[act.action];
    if (news) await announce(context, tx, { citizenId, requestId: id, news, about: message.id });
    await keepRequest(tx, citizenId, withRequest(moved, { lastMessageAt: message.sentAt }));
  }
  await keepAct(tx, { citizenId, id }, act);
  if (act.action === 'forward') await forwardWithin(tx, { citizenId, id }, act);
  await tellOffice(context, tx, {
    citizenId,
    requestId: id,
    what: WHAT_OF[act.action],
    at: act.atMs,
  });
  return 'done';
}

/** Why an act is not done as things stand, or that it was done before; null: it can be done. For whoever holds the citizen's lock. */
export async function judgeNow(tx: Tx, { citizenId, id }: Named, act: Decided): Promise<Acted | null> {
  const earlier = await judgeEarlier(tx, { citizenId, id }, act.key, hashAct(act));
  if (earlier) return earlier;
  const { request } = await findRequest(tx, citizenId, id);
  if (act.seenMoves !== null && act.seenMoves !== (await countMovesNow(tx, citizenId, request)))
    return 'changed';
  return movesFrom(request.state).includes(act.action) ? null : 'state-forbids';
}

async function forwardWithin(
  tx: Tx,
  named: Named,
  { service, note = '', by, atMs }: OfficeAct,
): Promise<void> {
  await handOver(tx, named, service ?? null);
  if (note !== '')
    await keepNote(tx, named, { id: randomUUID(), body: note, writtenBy: by, writtenAt: atMs });
}

/** As much of an act as makes it the same. */
type Content = Pick<OfficeAct, 'action' | 'body' | 'otherOffice' | 'service' | 'note'> & {
  files: readonly Pick<OfficeFile, 'name' | 'sha256'>[];
};

type Decided = Content & Pick<OfficeAct, 'key' | 'seenMoves'>;

/** What became of it when it came before; null: it is new. For who has the files' bytes no more. */
export async function findEarlierAct(
  { db }: Pick<Context, 'db'>,
  named: Named,
  { key, ...content }: Content & Pick<OfficeAct, 'key'>,
): Promise<Acted | null> {
  return judgeEarlier(db, named, key, hashAct(content));
}

export async function wasDone(db: Db, named: Named, key: string): Promise<boolean> {
  return (await findByKey(db, named, key)) !== undefined;
}

function hashAct({ action, body, files, otherOffice, service, note }: Content): string {
  const named = files.map(({ name, sha256 }) => ({ name, sha256 }));
  return hashOf({ action, body, otherOffice, service, note, files: named });
}

async function countMovesNow(tx: Tx, citizenId: string, request: CitizenRequest): Promise<number> {
  const { messages } = await tx
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number>().as('messages'))
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', request.id)
    .executeTakeFirstOrThrow();
  return countMoves(request, messages);
}

async function judgeEarlier(
  db: Db,
  { citizenId, id }: Named,
  key: string,
  contentHash: string,
): Promise<Acted | null> {
  const earlier = await findByKey(db, { citizenId, id }, key);
  if (!earlier) return null;
  return earlier.contentHash === contentHash ? 'done' : 'changed';
}

function findByKey(db: Db, { citizenId, id }: Named, key: string) {
  return db
    .selectFrom('officeActs')
    .select('contentHash')
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('key', '=', key)
    .executeTakeFirst();
}

async function keepAct(tx: Tx, { citizenId, id: requestId }: Named, act: OfficeAct): Promise<void> {
  const { key, action, by, atMs } = act;
  const row = { citizenId, requestId, key, contentHash: hashAct(act), action, doneBy: by, doneAt: atMs };
  await tx.insertInto('officeActs').values(row).execute();
}
