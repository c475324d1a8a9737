import type { Context } from '../context.ts';
import { forgetRecord } from '../office/record.ts';
import { sweepStore } from '../uploads/store-puts.ts';
import { endRequests } from './end-requests.ts';
import { forgetClosedRequests } from './forget-closed-requests.ts';
import { forgetOldDrafts } from './forget-old-drafts.ts';
import { forgetOldSignIns } from './forget-old-sign-ins.ts';
import { forgetUnusedUploads } from './forget-unused-uploads.ts';
import { yearsBefore } from './years-before.ts';

/** Each thing in a transaction of its own: who is ended in the middle has lost nothing, and the next time goes on. */
export async function forgetOld(context: Context): Promise<void> {
  // First: from its end on the years of a request are counted.
  await endRequests(context);
  const requests = await forgetClosedRequests(context);
  const drafts = await forgetOldDrafts(context);
  // After the drafts, which may have named them.
  const uploads = await forgetUnusedUploads(context);
  // After the uploads, of which each may have left something there.
  await sweepStore(context);
  await forgetOldSignIns(context);
  await forgetRecord(context.db, yearsBefore(context.clocks.officeNow(), context.retention.recordYears));
  context.onForgotten({ requests, drafts, uploads });
}
