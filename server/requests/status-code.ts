import { timingSafeEqual } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import type { RequestStatus } from '../../contract/types.ts';
import { statusOf } from '../../domain/request-status.ts';
import { statusCodeOf } from '../../domain/status-code.ts';
import { networkOf } from '../address.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import { countBeforehand, giveBackAll, type TriedBy } from '../sessions/tries.ts';
import { transactFor } from '../write-for.ts';
import type { NamedRequest } from './in-order.ts';
import { findRequest } from './request-rows.ts';

/** A request with the number of its código de consulta. */
interface Numbered extends NamedRequest {
  statusCodeNumber: number;
  statusCodeOff: boolean;
}

/** Stands in for a request that does not exist, so that a guess at it takes no less time. */
const DECOY: Numbered = { citizenId: '', id: '', statusCodeNumber: 0, statusCodeOff: true };

const COLUMNS = ['citizenId', 'id', 'statusCodeNumber', 'statusCodeOff'] as const;

/** Returns null when the code is switched off. */
export async function readStatusCode(context: Context, named: NamedRequest): Promise<string | null> {
  return codeOf(context, await findNumbered(context, named));
}

/** Makes another code, unless `replaces` is not the current one: then the answer to an earlier call was lost. */
export async function renewStatusCode(
  context: Context,
  named: NamedRequest,
  replaces: string | null,
): Promise<string | null> {
  const before = await findNumbered(context, named);
  if (codeOf(context, before) !== replaces) return codeOf(context, before);
  const { citizenId, id, statusCodeNumber, statusCodeOff } = before;
  await transactFor(context, citizenId, (tx) =>
    tx
      .updateTable('requests')
      .set({ statusCodeNumber: statusCodeNumber + 1, statusCodeOff: false })
      .where('citizenId', '=', citizenId)
      .where('id', '=', id)
      // When two calls come at once, one renews the code, and both get the same answer.
      .where('statusCodeNumber', '=', statusCodeNumber)
      .where('statusCodeOff', '=', statusCodeOff)
      .execute(),
  );
  return readStatusCode(context, named);
}

export async function endStatusCode(context: Context, named: NamedRequest): Promise<null> {
  await findNumbered(context, named);
  await transactFor(context, named.citizenId, (tx) =>
    tx
      .updateTable('requests')
      .set({ statusCodeOff: true })
      .where('citizenId', '=', named.citizenId)
      .where('id', '=', named.id)
      .execute(),
  );
  return null;
}

/** Tells somebody who is not signed in how a request stands. A try is counted before it is judged. */
export async function lookUpStatus(
  context: Context,
  { address }: Caller,
  { reference, code }: { reference: string; code: string },
): Promise<RequestStatus | Response> {
  const network = networkOf(address);
  const by: TriedBy = { statusCode: `${reference} ${network}`, statusAddress: network };
  const counted = await countBeforehand(context, by);
  if (counted.isBlocked) return counted.refusal;
  const found = await context.db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('reference', '=', reference)
    .executeTakeFirst();
  const isRight = isSame(numberedCode(context, found ?? DECOY), code);
  if (!found || found.statusCodeOff || !isRight) return counted.ifWrong ?? problem('wrong-code');
  await giveBackAll(context, by);
  return statusOf((await findRequest(context.db, found.citizenId, found.id)).request);
}

async function findNumbered({ db }: Context, { citizenId, id }: NamedRequest): Promise<Numbered> {
  const row = await db
    .selectFrom('requests')
    .select(COLUMNS)
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw problem('not-found');
  return row;
}

function codeOf(context: Context, numbered: Numbered): string | null {
  return numbered.statusCodeOff ? null : numberedCode(context, numbered);
}

function numberedCode({ seal }: Context, { citizenId, id, statusCodeNumber }: Numbered): string {
  return statusCodeOf(seal.fingerprint(`status-code/${citizenId}/${id}/${statusCodeNumber}`));
}

/** Both texts have the same length. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
