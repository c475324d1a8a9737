import { problem, refuse } from '../contract/problem.ts';
import type { CitizenRequest, RequestSubmission } from '../contract/types.ts';
import { hashContent } from '../domain/content-hash.ts';
import { judgeRequest, requireOneOfEach } from '../domain/written/judge-submitted.ts';
import { endDraft } from './account-drafts.ts';
import type { Backend } from './backend.ts';
import { type Call, worldNow } from './call.ts';
import { isDoneAlready, keepKey } from './idempotency.ts';
import { ownKey } from './own-key.ts';
import { registerRequest } from './register-request.ts';
import { nameRepresented, requireRight } from './representations.ts';
import { requireWriter } from './session.ts';
import { inspectFiles, keepFiles, requireOwnIds } from './submitted-files.ts';
import type { CitizenRow } from './tables.ts';

interface Submitted {
  request: CitizenRequest;
  isNew: boolean;
}

/** The commit: key and effect in one transaction. */
export async function submitRequest(
  backend: Backend,
  request: Request,
  id: string,
  revision: number,
  content: RequestSubmission,
): Promise<Submitted> {
  const contentHash = await hashContent(content);
  const key = `${id}:${revision}`;
  const earlier = await backend.run((call) => findEarlier(call, request, id, key, contentHash));
  if (earlier) return { request: earlier, isNew: false };
  requireOneOfEach(content.attachments);
  const files = await inspectFiles(backend, request, content.attachments);
  return backend.run(async (call) => {
    // Again: the same may have been sent twice, and the other one was faster.
    const done = await findEarlier(call, request, id, key, contentHash);
    if (done) return { request: done, isNew: false };
    const citizen = await requireWriter(call, request);
    await requireOwnIds(call, citizen.id, id, content.attachments);
    requireRight(citizen, content.onBehalfOf);
    judgeRequest(content, files);
    await requireOwnRequest(call, citizen, content.aboutRequestId);
    const attachments = await keepFiles(call, citizen.id, id, files);
    const named = { ...content, onBehalfOf: await nameRepresented(call, content.onBehalfOf) };
    const fresh = {
      id,
      citizenId: citizen.id,
      revision,
      content: named,
      attachments,
      receivedAtMs: worldNow(call),
    };
    const row = await registerRequest(call, fresh);
    await keepKey(call, citizen.id, key, contentHash);
    await endDraft(call, citizen.id, id);
    return { request: row.request, isNew: true };
  });
}

/**
 * The request that this id became, under whatever revision: a device that took it back and changed it, not knowing that
 * it had arrived, must not make a second one.
 */
async function findEarlier(
  call: Call,
  request: Request,
  id: string,
  key: string,
  contentHash: string,
): Promise<CitizenRequest | null> {
  const citizen = await requireWriter(call, request);
  await isDoneAlready(call, citizen.id, key, contentHash);
  const row = await call.tx.get('requests', ownKey(citizen.id, id));
  if (!row && (await call.tx.get('messages', ownKey(citizen.id, id)))) throw problem('id-taken');
  return row?.request ?? null;
}

/** Somebody else's is as unknown as one that does not exist. */
async function requireOwnRequest(
  { tx }: Call,
  citizen: CitizenRow,
  requestId: string | null | undefined,
): Promise<void> {
  if (!requestId || (await tx.get('requests', ownKey(citizen.id, requestId)))) return;
  throw refuse([{ field: 'aboutRequestId', code: 'aboutRequestUnknown' }]);
}
