import type { HttpHandler } from 'msw';
import { isId, readBody, replySubmission } from '../../contract/bodies/bodies.ts';
import { downloadHeaders } from '../../contract/download-headers.ts';
import { malformed, problem } from '../../contract/problem.ts';
import { readRevision } from '../../contract/revision-key.ts';
import { fitFileName } from '../../domain/file-name.ts';
import type { Backend } from '../backend.ts';
import { findRequest } from '../find-request.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { ownKey } from '../own-key.ts';
import { sendReply } from '../send-reply.ts';
import { requireReader, requireWriter } from '../session.ts';

export function messageHandlers(backend: Backend): HttpHandler[] {
  return [
    http.put('/requests/{requestId}/messages/{messageId}', async ({ request, params, response }) => {
      const { requestId, messageId: id } = params;
      const body = await readBody(request, replySubmission);
      await backend.run(async (call) => findRequest(call, await requireWriter(call, request), requestId));
      if (!isId(id)) throw malformed();
      const reply = { id, requestId, revision: readRevision(request.headers, id), content: body() };
      const { message, isNew } = await sendReply(backend, request, reply);
      return response(isNew ? 201 : 200).json(message);
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
