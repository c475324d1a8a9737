import { problem } from '../contract/problem.ts';
import type { Message, ReplySubmission } from '../contract/types.ts';
import { hashContent } from '../domain/content-hash.ts';
import { replied, takesReply } from '../domain/office-moves.ts';
import { judgeReply, requireOneOfEach } from '../domain/written/judge-submitted.ts';
import { endDraft } from './account-drafts.ts';
import type { Backend } from './backend.ts';
import { type Call, worldNow } from './call.ts';
import { findRequest } from './find-request.ts';
import { isDoneAlready, keepKey } from './idempotency.ts';
import { ownKey } from './own-key.ts';
import { requireRight } from './representations.ts';
import { keepMessage, keepRequest } from './request-row.ts';
import { requireWriter } from './session.ts';
import { inspectFiles, keepFiles, requireOwnIds } from './submitted-files.ts';

interface Reply {
  id: string;
  requestId: string;
  revision: number;
  content: ReplySubmission;
}

/** Like the submitting of a request: repeatable by its key, key and effect in one transaction. */
export async function sendReply(
  backend: Backend,
  request: Request,
  reply: Reply,
): Promise<{ message: Message; isNew: boolean }> {
  const contentHash = await hashContent({ requestId: reply.requestId, content: reply.content });
  const earlier = await backend.run((call) => findEarlier(call, request, reply, contentHash));
  if (earlier) return { message: earlier, isNew: false };
  requireOneOfEach(reply.content.attachments);
  const files = await inspectFiles(backend, request, reply.content.attachments);
  return backend.run(async (call) => {
    const done = await findEarlier(call, request, reply, contentHash);
    if (done) return { message: done, isNew: false };
    const citizen = await requireWriter(call, request);
    const row = await findRequest(call, citizen, reply.requestId);
    requireRight(citizen, row.request.onBehalfOf);
    await requireOwnIds(call, citizen.id, reply.requestId, reply.content.attachments);
    if (!takesReply(row.request, reply.content.purpose, worldNow(call))) throw problem('state-forbids');
    judgeReply(reply.content, files);
    const message: Message = {
      id: reply.id,
      requestId: reply.requestId,
      author: 'citizen',
      purpose: reply.content.purpose,
      officeName: null,
      body: reply.content.body,
      attachments: await keepFiles(call, citizen.id, reply.requestId, files),
      sentAt: new Date(worldNow(call)).toISOString(),
    };
    await keepMessage(call, citizen.id, message);
    await keepRequest(call, replied(row, message.purpose, worldNow(call)), row);
    await keepKey(call, citizen.id, keyOf(reply), contentHash);
    await endDraft(call, citizen.id, reply.id);
    return { message, isNew: true };
  });
}

function keyOf({ id, revision }: Reply): string {
  return `${id}:${revision}`;
}

async function findEarlier(
  call: Call,
  request: Request,
  reply: Reply,
  contentHash: string,
): Promise<Message | null> {
  const citizen = await requireWriter(call, request);
  await findRequest(call, citizen, reply.requestId);
  await isDoneAlready(call, citizen.id, keyOf(reply), contentHash);
  const row = await call.tx.get('messages', ownKey(citizen.id, reply.id));
  const isTaken = row
    ? row.message.requestId !== reply.requestId
    : await call.tx.get('requests', ownKey(citizen.id, reply.id));
  if (isTaken) throw problem('id-taken');
  return row?.message ?? null;
}
