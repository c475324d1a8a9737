import type { CitizenRequest } from '../contract/types.ts';
import { decideSubmission, type Submission } from '../domain/decide/submission.ts';
import type { Backend } from './backend.ts';
import { worldNow } from './call.ts';
import { FIRST_OFFICE } from './clerk/what-clerk-says.ts';
import { ownKey } from './own-key.ts';
import { registerRequest } from './register-request.ts';
import { findRepresented } from './representations.ts';
import { requireSender } from './sender.ts';
import { hashContent, keepSent, readSentFacts } from './sent.ts';
import { inspectFiles } from './submitted-files.ts';

/** Commits a submission: key and effect are kept in one transaction. */
export async function submitRequest(
  backend: Backend,
  request: Request,
  sent: Omit<Submission, 'contentHash'>,
): Promise<{ request: CitizenRequest; isNew: boolean }> {
  const { id, content } = sent;
  const submission = { ...sent, contentHash: await hashContent(content) };
  const seen = await inspectFiles(backend, request, content.attachments);
  return backend.run(async (call) => {
    const { citizen } = await requireSender(call, request);
    const known = await readSentFacts(call, citizen.id, submission, id, seen);
    const represented = await findRepresented(call, citizen, content.onBehalfOf);
    const about = await call.tx.get('requests', ownKey(citizen.id, content.aboutRequestId ?? ''));
    const facts = { ...known, earlier: known.request, represented, isAboutOwn: !!about };
    const decided = decideSubmission({ ...facts, officeName: FIRST_OFFICE }, submission, worldNow(call));
    if (decided.earlier) return { request: decided.earlier, isNew: false };
    await keepSent(call, citizen.id, id, submission, decided);
    const row = await registerRequest(call, citizen.id, decided.fresh);
    return { request: row.request, isNew: true };
  });
}
