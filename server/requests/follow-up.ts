import { problem } from '../../contract/problem.ts';
import type { CitizenRequest, Rating } from '../../contract/types.ts';
import { canonicalJson } from '../../domain/content-hash.ts';
import { requireRight } from '../../domain/decide/sent.ts';
import { type Handled, withdrawn, withRequest } from '../../domain/office-moves.ts';
import { canWithdraw } from '../../domain/request-state.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { tellOffice } from '../office/tell-office.ts';
import { findRepresented } from '../representations.ts';
import { findRequest, keepRequest } from './request-rows.ts';

interface Named {
  citizenId: string;
  id: string;
}

export function withdrawRequest(context: Context, named: Named): Promise<CitizenRequest> {
  return change(context, named, async (tx, row) => {
    if (row.request.state === 'withdrawn') return null;
    const { onBehalfOf } = row.request;
    requireRight(await findRepresented(tx, named.citizenId, onBehalfOf), onBehalfOf);
    if (!canWithdraw(row.request.state)) throw problem('state-forbids');
    const atMs = context.clocks.officeNow();
    await tellOffice(context, tx, {
      citizenId: named.citizenId,
      requestId: named.id,
      what: 'withdrawn',
      at: atMs,
    });
    return withdrawn(row, atMs);
  });
}

/** `given` answers the rating, or throws what is wrong with it: who asks is judged first. */
export function rateAnswer(context: Context, named: Named, given: () => Rating): Promise<CitizenRequest> {
  return change(context, named, async (tx, row) => {
    const rating = given();
    // Sent again, as its answer was lost: it has been taken, and the office told.
    if (canonicalJson(row.request.rating) === canonicalJson(rating)) return null;
    const { onBehalfOf } = row.request;
    requireRight(await findRepresented(tx, named.citizenId, onBehalfOf), onBehalfOf);
    if (!row.request.history.some(({ state }) => state === 'answered')) throw problem('state-forbids');
    const atMs = context.clocks.officeNow();
    await tellOffice(context, tx, {
      citizenId: named.citizenId,
      requestId: named.id,
      what: 'rated',
      at: atMs,
    });
    return withRequest(row, { rating, updatedAt: new Date(atMs).toISOString() });
  });
}

export function markRead(
  context: Context,
  named: Named,
  given: () => { readUpTo: string },
): Promise<CitizenRequest> {
  return change(context, named, async (_tx, row) => {
    const readUpTo = new Date(given().readUpTo).toISOString();
    const known = row.request.readUpTo;
    if (known !== null && known >= readUpTo) return null;
    return withRequest(row, { readUpTo, updatedAt: new Date(context.clocks.officeNow()).toISOString() });
  });
}

/** `work` answers the request as it shall be kept, or null where nothing changes. */
async function change(
  { db }: Context,
  { citizenId, id }: Named,
  work: (tx: Tx, row: Handled) => Promise<Handled | null>,
): Promise<CitizenRequest> {
  return db.transaction().execute(async (tx) => {
    await lockCitizen(tx, citizenId);
    const row = await findRequest(tx, citizenId, id);
    const changed = await work(tx, row);
    if (changed) await keepRequest(tx, citizenId, changed);
    return (changed ?? row).request;
  });
}
