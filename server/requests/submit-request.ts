import { refuse } from '../../contract/problem.ts';
import type { CitizenRequest, RequestSubmission } from '../../contract/types.ts';
import { newRequest } from '../../domain/new-request.ts';
import { judgeRequest, requireOneOfEach } from '../../domain/written/judge-submitted.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { nameRepresented, requireRight } from '../representations.ts';
import { keepSubmitted } from './keep-submitted.ts';
import { inspectFiles, keepFiles, requireOwnIds } from './request-files.ts';
import { findEarlierRequest, hashOf } from './request-keys.ts';
import { findOwnRequest, takeNumber } from './request-rows.ts';

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
  const earlier = content.attachments.length > 0 ? await findEarlierRequest(context.db, key) : undefined;
  if (earlier) return { request: earlier, isNew: false };
  requireOneOfEach(content.attachments);
  const files = await inspectFiles(context, citizenId, content.attachments);
  return context.db.transaction().execute(async (tx) => {
    await lockCitizen(tx, citizenId);
    // Again: the same may have been sent twice, and the other one was faster.
    const done = await findEarlierRequest(tx, key);
    if (done) return { request: done, isNew: false };
    await requireOwnIds(tx, citizenId, id, content.attachments);
    await requireRight(tx, citizenId, content.onBehalfOf);
    judgeRequest(content, files);
    await requireOwnRequest(tx, citizenId, content.aboutRequestId);
    // Not before it is judged: who is refused again and again would use up the numbers.
    const number = await takeNumber(tx, { id, kind: 'request', citizenId });
    const attachments = await keepFiles(tx, citizenId, id, files);
    const atMs = context.clocks.officeNow();
    const request = newRequest({
      id,
      revision,
      number,
      content: { ...content, onBehalfOf: await nameRepresented(tx, content.onBehalfOf) },
      attachments,
      receivedAt: new Date(atMs).toISOString(),
      officeName: context.firstOffice,
    });
    await keepSubmitted(context, tx, { request, key, atMs });
    return { request, isNew: true };
  });
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
