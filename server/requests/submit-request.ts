import type { CitizenRequest } from '../../contract/types.ts';
import type { DayFacts } from '../../domain/day-limits.ts';
import { decideSubmission, type Submission, type SubmissionFacts } from '../../domain/decide/submission.ts';
import type { InspectedFile } from '../../domain/inspected-file.ts';
import { newRequest } from '../../domain/new-request.ts';
import { withReceipts } from '../../domain/proof/signed-content.ts';
import type { Context } from '../context.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Tx } from '../db/schema.ts';
import { addDraft } from '../drafts/account-drafts.ts';
import { findRepresented } from '../representations.ts';
import { writeFor } from '../write-for.ts';
import { keepSubmitted } from './keep-submitted.ts';
import { inspectFiles, keepFiles } from './request-files.ts';
import { findOwnRequest, takeNumber } from './request-rows.ts';
import { factsOf, findFileFacts, hashOf, type Key, type KeyNames, keyFacts } from './sent.ts';

type Submitted = Omit<Submission, 'contentHash'> & { citizenId: string };

/** Commits a submission: its key and its effect are kept in one transaction. */
export async function submitRequest(
  context: Context,
  { citizenId, ...sent }: Submitted,
): Promise<{ request: CitizenRequest; isNew: boolean }> {
  const { id, revision, content } = sent;
  const contentHash = hashOf(content);
  const key = { citizenId, id, revision, contentHash };
  const seen = await inspectFiles(context, citizenId, content.attachments);
  const sign = await context.keyring.signer();
  return writeFor(context, citizenId, async (tx, { dayUsage }) => {
    const facts = await findFacts(tx, key, content, seen);
    const atMs = context.clocks.officeNow();
    const { firstOffice: officeName, dayLimits, limits } = context;
    const decided = decideSubmission(
      { ...facts, officeName, dayUsage, dayLimits, limits },
      { ...sent, contentHash },
      atMs,
    );
    if (decided.earlier) return { request: decided.earlier, isNew: false };
    const number = await takeNumber(tx, { id, kind: 'request', citizenId });
    const request = withReceipts(newRequest({ ...decided.fresh, number }, limits), sign);
    await keepFiles(tx, citizenId, id, decided.files);
    if (decided.leftDraft) await addDraft(context, tx, citizenId, decided.leftDraft);
    await keepSubmitted(context, tx, { request, key, atMs, dayUsage: decided.dayUsage });
    return { request, isNew: true };
  });
}

const findKnown = buildOnce((db, key: Places<KeyNames>) =>
  db.selectNoFrom((from) => [
    ...keyFacts(key),
    from
      .selectFrom('requests')
      .select('request')
      .where('citizenId', '=', key.citizenId)
      .where('id', '=', key.id)
      .as('earlier'),
  ]),
);

async function findFacts(
  tx: Tx,
  key: Key,
  { onBehalfOf, aboutRequestId, attachments }: Submission['content'],
  seen: readonly InspectedFile[],
): Promise<Omit<SubmissionFacts, 'officeName' | 'limits' | keyof DayFacts>> {
  const { citizenId, id } = key;
  const [known] = await findKnown(tx, { citizenId, id, revision: key.revision });
  if (!known) throw new Error('What is known of a request was not told');
  return {
    ...factsOf(known),
    earlier: known.earlier,
    represented: await findRepresented(tx, citizenId, onBehalfOf),
    isAboutOwn: !!aboutRequestId && (await findOwnRequest(tx, citizenId, aboutRequestId)) !== undefined,
    ...(await findFileFacts(tx, citizenId, id, attachments, seen)),
  };
}
