import type { CitizenRequest } from '../../contract/types.ts';
import { LISTED_MS } from '../../domain/session-life.ts';
import { soonestForgotten } from '../../domain/upload-life.ts';
import { forgetOldClerkSessions } from '../clerks/clerk-sessions.ts';
import { forgetOldWaiting } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { announceDeletion, forgetDraft } from '../drafts/account-drafts.ts';
import { forgetRecord } from '../office/record.ts';
import { forgetFile, forgetRequest } from '../requests/forget-request.ts';
import { findOwnRequest } from '../requests/request-rows.ts';
import { sweepStore } from '../uploads/store-puts.ts';
import { forgetOldUploads } from '../uploads/upload-rows.ts';
import { writeAbout } from '../write-for.ts';
import { endRequests } from './end-requests.ts';
import type { Forgotten } from './forgotten.ts';
import { walkRequests } from './walk-requests.ts';

const DAY_MS = 24 * 60 * 60_000;
const DRAFTS_AT_ONCE = 500;
const OVER = ['closed', 'withdrawn'] as const;

/** Does each thing in a transaction of its own: a process that is ended in the middle loses nothing, and the next run goes on. */
export async function forgetOld(context: Context): Promise<void> {
  const { db, clocks, retention } = context;
  const forgotten: Forgotten = { requests: 0, drafts: 0, uploads: 0 };
  const steps: (() => Promise<void>)[] = [
    // This comes first: the years of a request are counted from its end.
    () => endRequests(context),
    async () => {
      forgotten.requests = await forgetClosedRequests(context);
    },
    async () => {
      forgotten.drafts = await forgetOldDrafts(context);
    },
    // This comes after the drafts, which may have named uploads.
    async () => {
      forgotten.uploads = await forgetUnusedUploads(context);
    },
    async () => {
      forgotten.uploads += await forgetUnattached(context);
    },
    // This comes after the uploads, each of which may have left bytes in the store.
    () => sweepStore(context),
    () => forgetOldSignIns(context),
    () => forgetRecord(db, yearsBefore(clocks.officeNow(), retention.recordYears)),
  ];
  await doEach(steps).finally(() => context.onForgotten(forgotten));
}

/** Does each step, also after one that fails, and throws the first failure at the end. */
async function doEach(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) await step().catch((failure: unknown) => failures.push(failure));
  if (failures.length > 0) throw failures[0];
}

/** Deletes requests that were over long ago, tells the citizens' devices of each, and returns how many. */
async function forgetClosedRequests(context: Context): Promise<number> {
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
  return writeAbout(context, citizenId, async (tx) => {
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

/** Returns the same time on the same day of an earlier year, in ms. */
function yearsBefore(now: number, years: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}

/** Deletes drafts as if their citizens had done so, and returns how many. A draft that another device has saved since stays. */
async function forgetOldDrafts(context: Context): Promise<number> {
  const before = new Date(context.clocks.officeNow() - context.retention.draftDays * DAY_MS).toISOString();
  const old = context.db
    .selectFrom('drafts')
    .select(['citizenId', 'id'])
    .where('content', 'is not', null)
    .where('savedAt', '<=', before)
    .limit(DRAFTS_AT_ONCE);
  let forgotten = 0;
  for (let found = await old.execute(); found.length > 0; found = await old.execute()) {
    for (const { citizenId, id } of found) {
      await writeAbout(context, citizenId, async (tx) => {
        if (await forgetDraft(context, tx, citizenId, id, ({ savedAt }) => savedAt <= before)) forgotten += 1;
      });
    }
  }
  return forgotten;
}

/** Deletes uploads that nobody will go on with, by the rule that also makes room for a citizen who has none left, and returns how many. */
async function forgetUnusedUploads(context: Context): Promise<number> {
  const now = context.clocks.officeNow();
  const citizens = await context.db
    .selectFrom('uploads')
    .select('citizenId')
    .distinct()
    .where('committed', '=', false)
    .where('touchedAt', '<=', soonestForgotten(now))
    .execute();
  let forgotten = 0;
  for (const { citizenId } of citizens) {
    await writeAbout(context, citizenId, async (tx) => {
      forgotten += await forgetOldUploads(tx, citizenId, now);
    });
  }
  return forgotten;
}

/** Deletes uploads that a version of before has committed although no request names them, and returns how many. With such a row no account can be closed. */
async function forgetUnattached(context: Context): Promise<number> {
  const unattached = await context.db
    .selectFrom('uploads')
    .select(['citizenId', 'id'])
    .where('committed', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachments')
            .select('attachments.id')
            .whereRef('attachments.citizenId', '=', 'uploads.citizenId')
            .whereRef('attachments.fileId', '=', 'uploads.id'),
        ),
      ),
    )
    .execute();
  for (const { citizenId, id } of unattached)
    await writeAbout(context, citizenId, (tx) => forgetFile(tx, citizenId, id));
  return unattached.length;
}

/** Deletes what people leave behind who do not come any more: each sign-in already looks after the person's own. */
export async function forgetOldSignIns({ db, clocks }: Context): Promise<void> {
  const now = clocks.now();
  await doEach([
    () =>
      db
        .deleteFrom('sessions')
        .where('seenAt', '<=', now - LISTED_MS)
        .execute(),
    () => db.deleteFrom('waitingSignIns').where('codeExpiresAt', '<=', now).execute(),
    () => db.deleteFrom('recoveries').where('expiresAt', '<=', now).execute(),
    () => forgetOldWaiting(db, now),
    () => forgetOldClerkSessions(db, now),
  ]);
}
