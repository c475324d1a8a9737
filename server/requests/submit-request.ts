import { sql } from 'kysely';
import { refuse } from '../../src/contract/problem.ts';
import type { CitizenRequest, RequestSubmission } from '../../src/contract/types.ts';
import { newRequest } from '../../src/domain/new-request.ts';
import { judgeRequest, requireOneOfEach } from '../../src/domain/written/judge-submitted.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/schema.ts';
import { endDraft } from '../drafts/account-drafts.ts';
import { announce } from '../news/announce.ts';
import { tellOffice } from '../office/tell-office.ts';
import { nameRepresented, requireRight } from '../representations.ts';
import { inspectFiles, keepFiles, requireOwnIds } from './request-files.ts';
import { hashOf, keepKey, requireSameContent } from './request-keys.ts';
import { findOwnRequest, keepRequest, takeId } from './request-rows.ts';

interface Submitted {
  citizenId: string;
  id: string;
  revision: number;
  content: RequestSubmission;
}

interface Taken {
  request: CitizenRequest;
  isNew: boolean;
}

/** The commit: key and effect in one transaction. */
export async function submitRequest(context: Context, submitted: Submitted): Promise<Taken> {
  const { citizenId, id, revision, content } = submitted;
  const key = { citizenId, id, revision, contentHash: hashOf(content) };
  // What has arrived already needs no second look into its files.
  const earlier = content.attachments.length > 0 ? await findEarlier(context.db, key) : undefined;
  if (earlier) return { request: earlier, isNew: false };
  const files = await inspectFiles(context, citizenId, content.attachments);
  return context.db.transaction().execute(async (tx) => {
    await lockCitizen(tx, citizenId);
    // Again: the same may have been sent twice, and the other one was faster.
    const done = await findEarlier(tx, key);
    if (done) return { request: done, isNew: false };
    await takeId(tx, { id, kind: 'request', citizenId });
    requireOneOfEach(content.attachments);
    await requireOwnIds(tx, citizenId, id, content.attachments);
    await requireRight(tx, citizenId, content.onBehalfOf);
    judgeRequest(content, files);
    await requireOwnRequest(tx, citizenId, content.aboutRequestId);
    const attachments = await keepFiles(tx, citizenId, id, files);
    const atMs = context.clocks.officeNow();
    const request = newRequest({
      id,
      revision,
      number: await takeNumber(tx),
      content: { ...content, onBehalfOf: await nameRepresented(tx, content.onBehalfOf) },
      attachments,
      receivedAt: new Date(atMs).toISOString(),
      officeName: context.firstOffice,
    });
    await keepRequest(tx, citizenId, { request, pausedDaysLeft: null });
    await tellOffice(context, tx, { citizenId, requestId: id, what: 'submitted', atMs });
    await keepKey(tx, key);
    await announce(context, tx, { citizenId, requestId: id, news: 'received', about: '' });
    await endDraft(tx, citizenId, id);
    return { request, isNew: true };
  });
}

/**
 * The request that this id became, under whatever revision: a device that took it back and changed it, not knowing that
 * it had arrived, must not make a second one.
 */
async function findEarlier(
  db: Db,
  key: Parameters<typeof requireSameContent>[1],
): Promise<CitizenRequest | undefined> {
  await requireSameContent(db, key);
  return (await findOwnRequest(db, key.citizenId, key.id))?.request;
}

/** Somebody else's is as unknown as one that does not exist. */
async function requireOwnRequest(
  tx: Tx,
  citizenId: string,
  requestId: string | null | undefined,
): Promise<void> {
  if (!requestId || (await findOwnRequest(tx, citizenId, requestId))) return;
  throw refuse([{ field: 'aboutRequestId', code: 'aboutRequestUnknown' }]);
}

/** Never given twice; one that is taken by a transaction that fails is left out. */
async function takeNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ number: number }>`select nextval('reference_numbers') as number`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('The sequence gave no number');
  return row.number;
}
