import { RequestPlace } from '../src/app/routes/_citizen/pedidos/$requestId/-request-place.tsx';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { beginAttempt } from '../src/db/outbox/attempts.ts';
import { readWaiting } from '../src/db/outbox/outbox.ts';
import { DESCRIPTION, submitCompleteDraft } from './builders.ts';
import { renderFeature } from './render-feature.tsx';

/** Renders what stands at the address of a request, from the press that submits it to its answer. */
export function renderPlace(db: CitizenDatabase, requestId: string, others?: Promise<void>) {
  return renderFeature(<RequestPlace requestId={requestId} initial={null} />, {
    db,
    address: `/pedidos/${requestId}`,
    others,
  });
}

/** The press is of this moment: an older request would have had its answer. */
export function submitNow(db: CitizenDatabase): Promise<string> {
  return submitCompleteDraft(db, DESCRIPTION, new Date());
}

export async function beginSending(db: CitizenDatabase, requestId: string) {
  const entry = await readWaiting(db, requestId);
  if (!entry) throw new Error('Nothing waits');
  await beginAttempt(db, entry.commandId, new Date());
  return entry;
}
