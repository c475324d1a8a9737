import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isId, readBody } from '../../src/contract/bodies/bodies.ts';
import { officeAct } from '../../src/contract/bodies/office-bodies.ts';
import { malformed, problem } from '../../src/contract/problem.ts';
import { sha256Hex } from '../../src/lib/sha256.ts';
import type { Context } from '../context.ts';
import { keepOfficeUpload } from '../office/office-uploads.ts';
import { contentDigest } from './content-digest.ts';
import { doAct } from './do-act.ts';
import { describeRequest, requireRequest } from './named-request.ts';
import type { OfficeEnv } from './office-env.ts';
import { officeProblem } from './office-problem.ts';

export function actRoutes(app: Hono<OfficeEnv>, context: Context): void {
  const { db, limits } = context;
  const fileLimit = bodyLimit({
    maxSize: limits.attachmentMaxBytes,
    onError: () => problem('too-large'),
  });

  app.put('/requests/:reference/files/:fileId', fileLimit, async (call) => {
    const { citizenId, request } = await requireRequest(db, call.req.param('reference'));
    const id = idOf(call.req.param('fileId'));
    const bytes = new Uint8Array(await call.req.arrayBuffer());
    const sha256 = await sha256Hex(bytes);
    if (call.req.header('Content-Digest') !== contentDigest(sha256)) throw officeProblem('checksum-mismatch');
    await keepOfficeUpload(context, { citizenId, requestId: request.id, id }, { sha256, bytes });
    return call.body(null, 204);
  });

  app.put('/requests/:reference/acts/:actId', async (call) => {
    const body = await readBody(call.req.raw, officeAct);
    const reference = call.req.param('reference');
    const found = await requireRequest(db, reference);
    await doAct(context, found, {
      key: idOf(call.req.param('actId')),
      by: call.get('program'),
      asked: body(),
    });
    return call.json(describeRequest(await requireRequest(db, reference)));
  });
}

function idOf(id: string): string {
  if (!isId(id)) throw malformed();
  return id;
}
