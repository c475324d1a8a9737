import type { Message } from '../contract/types.ts';
import { decideReply, type Reply } from '../domain/decide/reply.ts';
import type { Backend } from './backend.ts';
import { worldNow } from './call.ts';
import { findRepresented } from './representations.ts';
import { findRequest, keepMessage, keepRequest } from './request-row.ts';
import { requireSender } from './sender.ts';
import { hashContent, keepSent, readSentFacts } from './sent.ts';
import { inspectFiles } from './submitted-files.ts';

/** Sends a reply, which may be repeated by its key, like a submission: key and effect are kept in one transaction. */
export async function sendReply(
  backend: Backend,
  request: Request,
  requestId: string,
  sent: Omit<Reply, 'contentHash'>,
): Promise<{ message: Message; isNew: boolean }> {
  const { content } = sent;
  const reply = { ...sent, contentHash: await hashContent({ requestId, content }) };
  const seen = await inspectFiles(backend, request, content.attachments);
  return backend.run(async (call) => {
    const { citizen } = await requireSender(call, request);
    const row = await findRequest(call, citizen, requestId);
    const known = await readSentFacts(call, citizen.id, reply, requestId, seen);
    const represented = await findRepresented(call, citizen, row.request.onBehalfOf);
    const earlier = known.message?.requestId === requestId ? known.message : null;
    const decided = decideReply({ ...known, earlier, represented, row }, reply, worldNow(call));
    if (decided.earlier) return { message: decided.earlier, isNew: false };
    await keepSent(call, citizen.id, requestId, reply, decided);
    await keepMessage(call, citizen.id, decided.message);
    await keepRequest(call, decided.row, row);
    return { message: decided.message, isNew: true };
  });
}
