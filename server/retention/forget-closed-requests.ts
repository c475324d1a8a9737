import type { CitizenRequest } from '../../contract/types.ts';
import { lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import { announceDeletion } from '../drafts/account-drafts.ts';
import { forgetRequest } from '../requests/forget-request.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { walkRequests } from './walk-requests.ts';
import { yearsBefore } from './years-before.ts';

const OVER = ['closed', 'withdrawn'] as const;

/** Deletes requests that were over long ago, tells the citizens' devices of each, and returns how many. */
export async function forgetClosedRequests(context: Context): Promise<number> {
  const { clocks, retention } = context;
  const before = new Date(yearsBefore(clocks.officeNow(), retention.closedYears)).toISOString();
  let forgotten = 0;
  // A request that was received later cannot have been closed before.
  const sought = { states: OVER, receivedBefore: before };
  for await (const { request, citizenId, id } of walkRequests(context.db, sought))
    if (isOverSince(request, before) && (await forgetIfOver(context, citizenId, id, before))) forgotten += 1;
  return forgotten;
}

async function forgetIfOver(
  context: Context,
  citizenId: string,
  id: string,
  before: string,
): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    await lockIfThere(tx, citizenId);
    const found = await findOwnRequest(tx, citizenId, id);
    if (!found || !isOverSince(found.request, before)) return false;
    await forgetRequest(tx, citizenId, id);
    await announceDeletion(context, tx, citizenId, id);
    return true;
  });
}

function isOverSince({ history }: CitizenRequest, before: string): boolean {
  const last = history.at(-1);
  return last !== undefined && OVER.some((state) => state === last.state) && last.at <= before;
}
