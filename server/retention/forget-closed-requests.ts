import type { CitizenRequest } from '../../contract/types.ts';
import { lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { tellGone } from '../drafts/account-drafts.ts';
import { forgetRequest } from '../requests/forget-request.ts';
import { findOwnRequest } from '../requests/request-rows.ts';

const AT_ONCE = 500;
const OVER = ['closed', 'withdrawn'] as const;

interface Named {
  citizenId: string;
  id: string;
}

/** Answers how many. The citizen's devices are told of each. */
export async function forgetClosedRequests(context: Context): Promise<number> {
  const before = yearsBefore(context.clocks.officeNow(), context.retention.closedYears);
  let forgotten = 0;
  let after: Named | undefined;
  do {
    const candidates = await listCandidates(context.db, before, after);
    for (const named of candidates) if (await forgetIfOver(context, named, before)) forgotten += 1;
    after = candidates.at(-1);
  } while (after);
  return forgotten;
}

/** What was received later cannot have been closed before. */
async function listCandidates(db: Db, before: string, after: Named | undefined): Promise<Named[]> {
  return db
    .selectFrom('requests')
    .select(['citizenId', 'id'])
    .where('state', 'in', OVER)
    .where('receivedAt', '<=', before)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('citizenId', 'id'), '>', tuple(after?.citizenId ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('citizenId')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
}

async function forgetIfOver(context: Context, { citizenId, id }: Named, before: string): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    await lockIfThere(tx, citizenId);
    const found = await findOwnRequest(tx, citizenId, id);
    if (!found || !isOverSince(found.request, before)) return false;
    await forgetRequest(tx, citizenId, id);
    await tellGone(context, tx, citizenId, id);
    return true;
  });
}

function isOverSince({ history }: CitizenRequest, before: string): boolean {
  const last = history.at(-1);
  return last !== undefined && OVER.some((state) => state === last.state) && last.at <= before;
}

function yearsBefore(now: number, years: number): string {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.toISOString();
}
