import { randomUUID } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import type { Attachment, CitizenRequest } from '../../contract/types.ts';
import { lastDayToReply } from '../../domain/last-day.ts';
import {
  afterAction,
  movesFrom,
  officeMessage,
  PURPOSE_OF_ACTION,
  withRequest,
} from '../../domain/office-moves.ts';
import { type SignReceipt, withReceipt } from '../../domain/proof/signed-content.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { announce } from '../news/announce.ts';
import { NEWS_OF } from '../news/news.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { findRequest, keepMessage, keepRequest, takeId } from '../requests/request-rows.ts';
import type { Reach } from '../services/reach.ts';
import { writeAbout } from '../write-for.ts';
import { addOfficeNews, WHAT_OF } from './add-office-news.ts';
import { handOver } from './assignment.ts';
import { type ActContent, hashAct, isHashOf } from './hash-act.ts';
import { keepNote } from './notes.ts';
import { keepOfficeFile, type OfficeFile } from './office-files.ts';
import { countMoves, findWithin } from './read-request.ts';
import { stopBeforeForwarding } from './stop-sending.ts';

export interface OfficeAct extends ActContent {
  files: readonly OfficeFile[];
  /** The instant in ms, by the office's clock. */
  atMs: number;
  /** Who acts: `clerk ana`, `token arquivo`. */
  by: string;
  /** An act with the same key is not done again. */
  key: string;
  /** The request's `countMoves` when the act was decided; null: the act holds whatever has happened since. */
  seenMoves: number | null;
  /** The request must be within this reach when the act is done, since it may have been forwarded meanwhile; left out: it may be anywhere. */
  reach?: Reach;
}

/** `changed`: something else has happened meanwhile, or the same key came with something else. `state-forbids`: the request's state does not allow the act. */
export type Acted = 'done' | 'changed' | 'state-forbids';

type Acting = Pick<Context, 'db' | 'clocks' | 'keyring' | 'limits' | 'push' | 'webhook' | 'queues'>;

/** Does an act about a request, with its message and files. `judgeAct` has judged it before. */
export async function actOnRequest(
  context: Acting,
  { citizenId, id }: NamedRequest,
  act: OfficeAct,
): Promise<Acted> {
  const sign = await context.keyring.signer();
  return writeAbout(context, citizenId, (tx) => actWithin(context, tx, { citizenId, id }, act, sign));
}

/** Does the same in a transaction that holds the citizen's lock. */
export async function actWithin(
  context: Acting,
  tx: Tx,
  { citizenId, id }: NamedRequest,
  act: OfficeAct,
  sign: SignReceipt,
): Promise<Acted> {
  const already = await judgeNow(tx, { citizenId, id }, act);
  if (already) return already;
  // It comes before the row of the request is written: whoever removes a service locks the two in this order.
  if (act.action === 'forward') await stopBeforeForwarding(tx, { citizenId, id });
  const row = await findRequest(tx, citizenId, id);
  const moved = afterAction(row, act, context.limits);
  const purpose = PURPOSE_OF_ACTION[act.action];
  if (purpose === null) {
    await keepRequest(tx, citizenId, moved);
    // The citizen could have answered until that day. The act ends this early, so they are told.
    const until = act.action === 'close' ? lastDayToReply(row.request, context.limits.extraHolidays) : null;
    if (until) await announce(context, tx, { citizenId, requestId: id, news: 'closed', about: until });
  } else {
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
  await addOfficeNews(context, tx, {
    citizenId,
    requestId: id,
    what: WHAT_OF[act.action],
    at: act.atMs,
  });
  return 'done';
}

/**
 * Returns why an act cannot be done, or that it was done before; null: it can be done. The caller holds the citizen's lock. Throws 404 when the request is no
 * longer within the act's reach.
 */
export async function judgeNow(tx: Tx, { citizenId, id }: NamedRequest, act: Decided): Promise<Acted | null> {
  const earlier = await findEarlierAct(tx, { citizenId, id }, act);
  if (earlier) return earlier;
  const request = await findWithin(tx, { citizenId, id }, act.reach ?? null);
  if (!request) throw problem('not-found');
  if (act.seenMoves !== null && act.seenMoves !== (await countMovesNow(tx, citizenId, request)))
    return 'changed';
  return movesFrom(request.state).includes(act.action) ? null : 'state-forbids';
}

async function forwardWithin(
  tx: Tx,
  named: NamedRequest,
  { service, note = '', by, atMs }: OfficeAct,
): Promise<void> {
  await handOver(tx, named, service ?? null);
  if (note !== '')
    await keepNote(tx, named, { id: randomUUID(), body: note, writtenBy: by, writtenAt: atMs });
}

type Decided = ActContent & Pick<OfficeAct, 'key' | 'seenMoves' | 'reach'>;

/**
 * Returns what became of an act that came before with the same key; null: the act is new. It needs the files' hashes alone, for callers who may no longer have
 * the bytes.
 */
export async function findEarlierAct(
  db: Db,
  named: NamedRequest,
  act: ActContent & Pick<OfficeAct, 'key'>,
): Promise<Acted | null> {
  const earlier = await findDoneAct(db, named, act.key);
  if (!earlier) return null;
  return isHashOf(earlier.contentHash, act) ? 'done' : 'changed';
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

export function findDoneAct(db: Db, { citizenId, id }: NamedRequest, key: string) {
  return db
    .selectFrom('officeActs')
    .select(['contentHash', 'action'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .where('key', '=', key)
    .executeTakeFirst();
}

async function keepAct(tx: Tx, { citizenId, id: requestId }: NamedRequest, act: OfficeAct): Promise<void> {
  const { key, action, by, atMs } = act;
  const row = { citizenId, requestId, key, contentHash: hashAct(act), action, doneBy: by, doneAt: atMs };
  await tx.insertInto('officeActs').values(row).execute();
}
