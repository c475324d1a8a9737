import { problem } from '../../contract/problem.ts';
import type { Message } from '../../contract/types.ts';
import type { DayFacts } from '../../domain/day-limits.ts';
import { decideReply, type Reply, type ReplyFacts } from '../../domain/decide/reply.ts';
import type { InspectedFile } from '../../domain/inspected-file.ts';
import type { Handled } from '../../domain/office-moves.ts';
import { withReceipt } from '../../domain/proof/signed-content.ts';
import type { Context } from '../context.ts';
import { buildOnce, type Places } from '../db/build-once.ts';
import type { Tx } from '../db/schema.ts';
import { addDraft, endDraft } from '../drafts/account-drafts.ts';
import { addOfficeNews } from '../office/add-office-news.ts';
import { findRepresented } from '../representations.ts';
import { writeFor } from '../write-for.ts';
import { inspectFiles, keepFiles } from './request-files.ts';
import { keepMessage, keepRequest, takeId } from './request-rows.ts';
import { factsOf, findFileFacts, hashOf, type Key, type KeyNames, keyFacts } from './sent.ts';

type Replied = Omit<Reply, 'contentHash'> & { citizenId: string; requestId: string };

/** Sends a reply as a request is submitted: repeatable by its key, with key and effect in one transaction. */
export async function sendReply(
  context: Context,
  { citizenId, requestId, ...sent }: Replied,
): Promise<{ message: Message; isNew: boolean }> {
  const { id, revision, content } = sent;
  const contentHash = hashOf({ requestId, content });
  const key = { citizenId, id, revision, contentHash };
  const seen = await inspectFiles(context, citizenId, content.attachments);
  const sign = await context.keyring.signer();
  return writeFor(context, citizenId, async (tx, { dayUsage }) => {
    const known = await findFacts(tx, key, requestId, content, seen);
    const facts = { ...known, dayUsage, dayLimits: context.dayLimits, limits: context.limits };
    const atMs = context.clocks.officeNow();
    const decided = decideReply(facts, { ...sent, contentHash }, atMs);
    if (decided.earlier) return { message: decided.earlier, isNew: false };
    const { row, files } = decided;
    const message = withReceipt(decided.message, row.request.reference, sign);
    await takeId(tx, { id, kind: 'message', citizenId });
    if (decided.leftDraft) await addDraft(context, tx, citizenId, decided.leftDraft);
    await keepFiles(tx, citizenId, requestId, files);
    await keepMessage(tx, citizenId, message, decided.dayUsage);
    await keepRequest(tx, citizenId, row);
    const what = message.purpose === 'correction' ? 'corrected' : 'replied';
    await addOfficeNews(context, tx, { citizenId, requestId, what, at: atMs });
    await tx.insertInto('requestKeys').values(key).execute();
    await endDraft(tx, citizenId, id);
    return { message, isNew: true };
  });
}

const findKnown = buildOnce((db, key: Places<KeyNames & { requestId: string }>) =>
  db
    .selectFrom('requests')
    .select((from) => [
      'request',
      'pausedDaysLeft',
      ...keyFacts(key),
      from
        .selectFrom('messages')
        .select('message')
        .where('citizenId', '=', key.citizenId)
        .where('id', '=', key.id)
        .where('requestId', '=', key.requestId)
        .as('earlier'),
    ])
    .where('citizenId', '=', key.citizenId)
    .where('id', '=', key.requestId),
);

async function findFacts(
  tx: Tx,
  key: Key,
  requestId: string,
  { attachments }: Reply['content'],
  seen: readonly InspectedFile[],
): Promise<Omit<ReplyFacts<Handled>, 'limits' | keyof DayFacts>> {
  const { citizenId, id } = key;
  const [known] = await findKnown(tx, { citizenId, id, revision: key.revision, requestId });
  if (!known) throw problem('not-found');
  const { request, pausedDaysLeft, earlier } = known;
  return {
    ...factsOf(known),
    earlier,
    row: { request, pausedDaysLeft },
    represented: await findRepresented(tx, citizenId, request.onBehalfOf),
    ...(await findFileFacts(tx, citizenId, requestId, attachments, seen)),
  };
}
