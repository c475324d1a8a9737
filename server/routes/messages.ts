import type { Hono } from 'hono';
import { readSent, replySubmission } from '../../contract/bodies/bodies.ts';
import { problem } from '../../contract/problem.ts';
import { acknowledgeMessage, answerTo } from '../../domain/acknowledgement.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { findRequest } from '../requests/request-rows.ts';
import { sendReply } from '../requests/send-reply.ts';
import { requireReader, requireSender } from '../sessions/who.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { knownId } from './requests.ts';

export function messageRoutes(app: Hono<Env>, context: Context): void {
  const downloads = createDownloads(context);

  app.put('/requests/:requestId/messages/:messageId', async (call) => {
    const sent = await readSent(call.req.raw, replySubmission);
    const sender = await requireSender(context, readCaller(context, call));
    const { citizenId } = sender;
    const requestId = knownId(call.req.param('requestId'));
    const { request } = await findRequest(context.db, citizenId, requestId);
    const reply = { citizenId, requestId, ...sent(call.req.param('messageId')) };
    const { message, isNew } = await sendReply(context, reply);
    const answer = answerTo(sender, message, (sent) => acknowledgeMessage(sent, request));
    return call.json(answer, isNew ? 201 : 200);
  });

  app.get('/requests/:requestId/attachments/:attachmentId', async (call) => {
    const session = await requireReader(context, readCaller(context, call));
    const requestId = knownId(call.req.param('requestId'));
    const id = knownId(call.req.param('attachmentId'));
    const file = await findAttachedFile(context, session.citizenId, requestId, id);
    if (!file) throw problem('not-found');
    return sendFile(call, downloads, session.id, file);
  });
}
