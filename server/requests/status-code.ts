import { timingSafeEqual } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import type { RequestStatus } from '../../contract/types.ts';
import { statusOf } from '../../domain/request-status.ts';
import { statusCodeOf } from '../../domain/status-code.ts';
import { networkOf } from '../address.ts';
import type { Caller } from '../caller.ts';
import type { Context } from '../context.ts';
import { countBeforehand, kindsOf, type TriedBy, withTries } from '../sessions/tries.ts';
import { findRequest } from './request-rows.ts';

interface Named {
  citizenId: string;
  id: string;
}

/** Which código de consulta it is, of whose request. */
interface Numbered extends Named {
  statusCodeNumber: number;
  statusCodeOff: boolean;
}

/** Worked on in the place of a request that nobody has, so that it takes no less. */
const NOBODYS: Numbered = { citizenId: '', id: '', statusCodeNumber: 0, statusCodeOff: true };

const COLUMNS = ['citizenId', 'id', 'statusCodeNumber', 'statusCodeOff'] as const;

/** Null: it is switched off. */
export async function readStatusCode(context: Context, named: Named): Promise<string | null> {
  return codeOf(context, await findNumbered(context, named));
}

/** Another one, unless `replaces` is not the one there is: then the answer to an earlier call was lost. */
export async function renewStatusCode(
  context: Context,
  named: Named,
  replaces: string | null,
): Promise<string | null> {
  const before = await findNumbered(context, named);
  if (codeOf(context, before) !== replaces) return codeOf(context, before);
  const { citizenId, id, statusCodeNumber, statusCodeOff } = before;
  await context.db
    .updateTable('requests')
    .set({ statusCodeNumber: statusCodeNumber + 1, statusCodeOff: false })
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    // Of two at once one renews it, and both are answered the same.
    .where('statusCodeNumber', '=', statusCodeNumber)
    .where('statusCodeOff', '=', statusCodeOff)
    .execute();
  return readStatusCode(context, named);
}

export async function endStatusCode(context: Context, named: Named): Promise<null> {
  await findNumbered(context, named);
  await context.db
    .updateTable('requests')
    .set({ statusCodeOff: true })
    .where('citizenId', '=', named.citizenId)
    .where('id', '=', named.id)
    .execute();
  return null;
}

/** For whoever is not signed in. A try is counted before it is judged. */
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
  const isRight = isSame(numberedCode(context, found ?? NOBODYS), code);
  if (!found || found.statusCodeOff || !isRight) return counted.ifWrong ?? problem('wrong-code');
  await withTries(context, by, async (_tx, tally) => tally.giveBack(...kindsOf(by)));
  return statusOf((await findRequest(context.db, found.citizenId, found.id)).request);
}

async function findNumbered({ db }: Context, { citizenId, id }: Named): Promise<Numbered> {
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

/** Both are as long. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
