import type { Context } from '../context.ts';
import { forgetRecord } from '../office/record.ts';
import { sweepStore } from '../uploads/store-puts.ts';
import { endRequests } from './end-requests.ts';
import { forgetClosedRequests } from './forget-closed-requests.ts';
import { forgetOldDrafts } from './forget-old-drafts.ts';
import { forgetOldSignIns } from './forget-old-sign-ins.ts';
import { forgetUnusedUploads } from './forget-unused-uploads.ts';
import { yearsBefore } from './years-before.ts';

/** Does each thing in a transaction of its own: a process that is ended in the middle loses nothing, and the next run goes on. */
export async function forgetOld(context: Context): Promise<void> {
  // This comes first: the years of a request are counted from its end.
  await endRequests(context);
  const requests = await forgetClosedRequests(context);
  const drafts = await forgetOldDrafts(context);
  // This comes after the drafts, which may have named uploads.
  const uploads = await forgetUnusedUploads(context);
  // This comes after the uploads, each of which may have left bytes in the store.
  await sweepStore(context);
  await forgetOldSignIns(context);
  await forgetRecord(context.db, yearsBefore(context.clocks.officeNow(), context.retention.recordYears));
  context.onForgotten({ requests, drafts, uploads });
}
