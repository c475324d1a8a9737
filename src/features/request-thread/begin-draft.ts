import type { CitizenRequest } from '../../contract/types.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftPatch } from '../../db/drafts/draft-edit.ts';
import { saveDraft } from '../../db/drafts/drafts.ts';
import { TAB_ID } from '../../lib/tab-id.ts';

export type DraftFromRequest = 'newRequest' | 'complaint';

/** A new draft for the same person and about the same topic, whose text begins with the request's reference. Tells its id. */
export async function beginDraft(
  db: CitizenDatabase,
  request: CitizenRequest,
  what: DraftFromRequest,
  firstLine: string,
  now: Date,
): Promise<string> {
  const { onBehalfOf, topic } = request;
  const draftId = crypto.randomUUID();
  const kind = what === 'complaint' ? what : request.kind;
  // A new one like a complaint is about the same service as that complaint.
  const office = (what === 'newRequest' && request.complaint?.office) || request.office.name;
  const patch: DraftPatch = {
    kind,
    onBehalfOf,
    topic,
    description: `${firstLine}\n\n`,
    ...(kind === 'complaint' && { complaint: { office, happenedOn: '', wanted: '' } }),
  };
  await saveDraft(db, draftId, { patch, baseRevision: 0, writer: TAB_ID }, now);
  return draftId;
}
