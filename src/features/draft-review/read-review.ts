import type { AttachmentRow } from '../../db/core/attachment-schema.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { type Profile, readLimits, readProfile, readSyncState } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { dueOn } from '../../domain/deadlines.ts';

export interface Review {
  draft: DraftRow;
  attachments: AttachmentRow[];
  profile: Profile | null;
  /** yyyy-mm-dd, as if the server received it now by its own clock; null while the kind is open. */
  dueDay: string | null;
  hasNoConnection: boolean;
}

export async function readReview(
  db: CitizenDatabase,
  draftId: string,
  now: Date,
): Promise<Review | undefined> {
  const draft = await readDraft(db, draftId);
  if (!draft) return undefined;
  const attachments = await listAttachments(db, draftId);
  const profile = await readProfile(db);
  const { clockOffsetMs, connection } = await readSyncState(db);
  const serverNow = new Date(now.getTime() + clockOffsetMs);
  const dueDay = draft.kind && dueOn(serverNow, draft.kind, await readLimits(db));
  return { draft, attachments, profile, dueDay, hasNoConnection: connection === 'noConnection' };
}
