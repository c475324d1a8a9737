import type { Hono } from 'hono';
import { problem } from '../../contract/problem.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import {
  doesChecksumHold,
  readChunkOffset,
  readUploadStart,
  requireTus,
  TUS_HEADERS,
} from '../../contract/tus.ts';
import { type Env, readCaller } from '../caller.ts';
import type { Context } from '../context.ts';
import { identifySender, requireSender, requireWriter } from '../sessions/who.ts';
import { createUpload, findUpload, forgetUpload, takeChunk } from '../uploads/uploads.ts';

export function uploadRoutes(app: Hono<Env>, context: Context): void {
  app.post('/uploads', async (call) => {
    const { citizenId } = await requireSender(context, readCaller(context, call));
    const { headers } = call.req.raw;
    requireTus(headers);
    const id = await createUpload(context, citizenId, readUploadStart(headers));
    return call.body(null, 201, { ...TUS_HEADERS, Location: `${API_BASE_PATH}/uploads/${id}` });
  });

  // A HEAD call comes as a GET whose body is left out.
  app.get('/uploads/:uploadId', async (call) => {
    if (call.req.raw.method !== 'HEAD') throw problem('not-found');
    const { citizenId } = await identifySender(context, readCaller(context, call));
    requireTus(call.req.raw.headers);
    const now = context.clocks.officeNow();
    const upload = await findUpload(context.db, citizenId, call.req.param('uploadId'), now);
    return call.body(null, 200, {
      ...TUS_HEADERS,
      'Upload-Offset': String(upload.received),
      'Upload-Length': String(upload.size),
    });
  });

  app.patch('/uploads/:uploadId', async (call) => {
    const bytes = new Uint8Array(await call.req.arrayBuffer());
    const { citizenId } = await requireSender(context, readCaller(context, call));
    const { headers } = call.req.raw;
    requireTus(headers);
    const taken = await takeChunk(context, citizenId, {
      uploadId: call.req.param('uploadId'),
      offset: readChunkOffset(headers),
      bytes,
      checksumHolds: await doesChecksumHold(headers, bytes),
    });
    if (taken instanceof Response) return taken;
    return call.body(null, 204, { ...TUS_HEADERS, 'Upload-Offset': String(taken) });
  });

  app.delete('/uploads/:uploadId', async (call) => {
    const { citizenId } = await requireWriter(context, readCaller(context, call));
    requireTus(call.req.raw.headers);
    await forgetUpload(context, citizenId, call.req.param('uploadId'));
    return call.body(null, 204, TUS_HEADERS);
  });
}
