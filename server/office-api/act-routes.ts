import type { Hono } from 'hono';
import { JSON_BODY_MAX_BYTES, readBody } from '../../contract/bodies/bodies.ts';
import { officeAct } from '../../contract/bodies/office-bodies.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import type { Context } from '../context.ts';
import { keepOfficeUpload } from '../office/office-uploads.ts';
import { findByReference } from '../office/read-request.ts';
import { doAct } from './do-act.ts';
import { requireRequest, tellRequest } from './named-request.ts';
import { type BodyLimit, contentDigest, type OfficeEnv } from './office-env.ts';
import { idOf, officeProblem } from './office-problem.ts';

export function actRoutes(app: Hono<OfficeEnv>, context: Context, limit: BodyLimit): void {
  app.put('/requests/:reference/files/:fileId', limit(context.limits.attachmentMaxBytes), async (call) => {
    const reference = call.req.param('reference');
    const { citizenId, request } = await requireRequest(context, call.get('reader'), reference);
    const id = idOf(call.req.param('fileId'));
    const bytes = new Uint8Array(await call.req.arrayBuffer());
    const sha256 = await sha256Hex(bytes);
    if (call.req.header('Content-Digest') !== contentDigest(sha256)) throw officeProblem('checksum-mismatch');
    await keepOfficeUpload(context, { citizenId, requestId: request.id, id }, { sha256, bytes });
    return call.body(null, 204);
  });

  app.put('/requests/:reference/acts/:actId', limit(JSON_BODY_MAX_BYTES), async (call) => {
    const body = await readBody(call.req.raw, officeAct);
    const reference = call.req.param('reference');
    const reader = call.get('reader');
    const found = await requireRequest(context, reader, reference);
    await doAct(context, found, { key: idOf(call.req.param('actId')), reader, asked: body() });
    // The act may have given the request to another service: the program that did it still gets it once.
    const done = await findByReference(context.db, null, reference);
    return call.json(await tellRequest(context, reader, done ?? found));
  });
}
