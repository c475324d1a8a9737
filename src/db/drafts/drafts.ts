import { hasContent } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { type AttachmentRow, type Sheet, sheetsOf } from '../core/file-schema.ts';
import type { DraftRow } from '../core/schema.ts';

export function isOpen(draft: DraftRow | undefined): draft is DraftRow {
  return draft !== undefined && draft.submittedAt === null && draft.deletedAt === null;
}

export function readDraft(db: CitizenDatabase, draftId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(draftId);
}

/** Lists open drafts, the newest first. Replies are among them, except empty ones. */
export async function listOpenDrafts(db: CitizenDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('updatedAt').reverse().filter(isOpen).toArray();
  return filterWithFiles(db, drafts, (draft, files) => !draft.replyTo || hasContent(draft, files));
}

/** Filters drafts by their words and their files, photos of paper among them: a draft may consist of files alone. */
export async function filterWithFiles(
  db: CitizenDatabase,
  drafts: readonly DraftRow[],
  holds: (draft: DraftRow, files: readonly (AttachmentRow | Sheet)[]) => boolean,
): Promise<DraftRow[]> {
  const untold = drafts.filter((draft) => !holds(draft, [])).map(({ id }) => id);
  const files = await db.attachments.where('draftId').anyOf(untold).toArray();
  const scans = await db.scans.bulkGet(untold);
  const filesOf = (id: string) => [
    ...files.filter(({ draftId, removedAt }) => draftId === id && removedAt === null),
    ...sheetsOf(scans.find((scan) => scan?.draftId === id)),
  ];
  return drafts.filter((draft) => holds(draft, filesOf(draft.id)));
}
