import type { HttpHandler } from 'msw';
import { downloadHeaders } from '../../contract/answer-headers.ts';
import { readSent, replySubmission } from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import { acknowledgeMessage, answerTo } from '../../domain/acknowledgement.ts';
import { fitFileName } from '../../domain/file-name.ts';
import type { Backend } from '../backend.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { ownKey } from '../own-key.ts';
import { signMessage } from '../receipts.ts';
import { findRequest } from '../request-row.ts';
import { sendReply } from '../send-reply.ts';
import { requireSender } from '../sender.ts';
import { requireReader } from '../session.ts';

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
