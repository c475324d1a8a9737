import { problem } from '../../contract/problem.ts';
import type { Message, ReplySubmission } from '../../contract/types.ts';
import { replied, takesReply } from '../../domain/office-moves.ts';
import { judgeReply, requireOneOfEach } from '../../domain/written/judge-submitted.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { endDraft } from '../drafts/account-drafts.ts';
import { tellOffice } from '../office/tell-office.ts';
import { requireRight } from '../representations.ts';
import { inspectFiles, keepFiles, requireOwnIds } from './request-files.ts';
import { hashOf, keepKey, requireSameContent } from './request-keys.ts';
import { findRequest, keepMessage, keepRequest, takeId } from './request-rows.ts';

interface Reply {
  citizenId: string;
  id: string;
  requestId: string;
  revision: number;
  content: ReplySubmission;
}

/** Like the submitting of a request: repeatable by its key, key and effect in one transaction. */
export async function sendReply(
  context: Context,
  reply: Reply,
): Promise<{ message: Message; isNew: boolean }> {
  const { citizenId, id, requestId, revision, content } = reply;
  const key = { citizenId, id, revision, contentHash: hashOf({ requestId, content }) };
  const earlier = content.attachments.length > 0 ? await findEarlier(context.db, reply, key) : undefined;
  if (earlier) return { message: earlier, isNew: false };
  requireOneOfEach(content.attachments);
  const files = await inspectFiles(context, citizenId, content.attachments);
  return context.db.transaction().execute(async (tx) => {
    await lockCitizen(tx, citizenId);
    const done = await findEarlier(tx, reply, key);
    if (done) return { message: done, isNew: false };
    await takeId(tx, { id, kind: 'message', citizenId });
    const now = context.clocks.officeNow();
    const row = await findRequest(tx, citizenId, requestId);
    await requireRight(tx, citizenId, row.request.onBehalfOf);
    await requireOwnIds(tx, citizenId, requestId, content.attachments);
    if (!takesReply(row.request, content.purpose, now)) throw problem('state-forbids');
    judgeReply(content, files);
    const message: Message = {
      id,
      requestId,
      author: 'citizen',
      purpose: content.purpose,
      officeName: null,
      body: content.body,
      attachments: await keepFiles(tx, citizenId, requestId, files),
      sentAt: new Date(now).toISOString(),
    };
    await keepMessage(tx, citizenId, message);
    await keepRequest(tx, citizenId, replied(row, message.purpose, now));
    await tellOffice(context, tx, { citizenId, requestId, what: 'replied', at: now });
    await keepKey(tx, key);
    await endDraft(tx, citizenId, id);
    return { message, isNew: true };
  });
}

async function findEarlier(
  db: Db,
  { citizenId, id, requestId }: Reply,
  key: Parameters<typeof requireSameContent>[1],
): Promise<Message | undefined> {
  await findRequest(db, citizenId, requestId);
  await requireSameContent(db, key);
  const row = await db
    .selectFrom('messages')
    .select('message')
    .where('citizenId', '=', citizenId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row && row.message.requestId !== requestId) throw problem('id-taken');
  return row?.message;
}
