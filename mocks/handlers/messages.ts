import type { HttpHandler } from 'msw';
import { downloadHeaders } from '../../contract/answer-headers.ts';
import { readSent, replySubmission } from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import type { Message } from '../../contract/types.ts';
import { acknowledgeMessage, answerTo } from '../../domain/acknowledgement.ts';
import { decideReply, type Reply } from '../../domain/decide/reply.ts';
import { fitFileName } from '../../domain/file-name.ts';
import type { Backend } from '../backend.ts';
import { worldNow } from '../call.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { ownKey } from '../own-key.ts';
import { signMessage } from '../receipts.ts';
import { findRepresented } from '../representations.ts';
import { findRequest, keepMessage, keepRequest } from '../request-row.ts';
import { requireSender } from '../sender.ts';
import { hashContent, keepSent, readSentFacts } from '../sent.ts';
import { requireReader } from '../session.ts';
import { inspectFiles } from '../submitted-files.ts';

export function messageHandlers(backend: Backend): HttpHandler[] {
  return [
    http.put('/requests/{requestId}/messages/{messageId}', async ({ request, params, response }) => {
      const { requestId, messageId } = params;
      const sent = await readSent(request, replySubmission);
      const { sender, row } = await backend.run(async (call) => {
        const sender = await requireSender(call, request);
        return { sender, row: await findRequest(call, sender.citizen, requestId) };
      });
      const { message, isNew } = await sendReply(backend, request, requestId, sent(messageId));
      const signed = await signMessage(backend, row.citizenId, message);
      const answer = answerTo(sender, signed, (one) => acknowledgeMessage(one, row.request));
      return response(isNew ? 201 : 200).json(answer);
    }),

    http.get('/requests/{requestId}/attachments/{attachmentId}', async ({ request, params, response }) => {
      const { attachment, parts } = await backend.run(async (call) => {
        const citizen = await requireReader(call, request);
        const key = ownKey(citizen.id, params.requestId, params.attachmentId);
        const row = await call.tx.get('attachments', key);
        if (!row) throw problem('not-found');
        const chunks = await Promise.all(row.byteKeys.map((key) => call.tx.getBytes(key)));
        return {
          attachment: row.attachment,
          parts: chunks.map((chunk) => new Uint8Array(chunk ?? [])),
        };
      });
      return response.untyped(
        new Response(new Blob(parts), {
          headers: downloadHeaders(fitFileName(attachment.name, attachment.type)),
        }),
      );
    }),
  ];
}

/** Sends a reply, which may be repeated by its key, like a submission: key and effect are kept in one transaction. */
async function sendReply(
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
