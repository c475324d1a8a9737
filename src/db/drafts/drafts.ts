import { hasContent } from '../../../domain/written/content.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { sheetsOf } from '../core/scan-schema.ts';
import type { DraftRow } from '../core/schema.ts';

export function isOpen(draft: DraftRow | undefined): draft is DraftRow {
  return draft !== undefined && draft.submittedAt === null && draft.deletedAt === null;
}

/** Whether the draft became a request or a message that the server has. */
export async function hasArrived(db: CitizenDatabase, draftId: string): Promise<boolean> {
  return (await db.requests.get(draftId)) !== undefined || (await db.messages.get(draftId)) !== undefined;
}

export function readDraft(db: CitizenDatabase, draftId: string): Promise<DraftRow | undefined> {
  return db.drafts.get(draftId);
}

/** Lists open drafts, the newest first. Replies are among them, except empty ones. */
export async function listOpenDrafts(db: CitizenDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('updatedAt').reverse().filter(isOpen).toArray();
  return filterWithFiles(
    db,
    drafts,
    (draft, files, sheets) => !draft.replyTo || hasContent(draft, [...files, ...sheets]),
  );
}

/** Filters drafts by their words, their files and their photos of paper: a draft may consist of files or of photos alone. */
export async function filterWithFiles(
  db: CitizenDatabase,
  drafts: readonly DraftRow[],
  holds: (draft: DraftRow, files: readonly unknown[], sheets: readonly unknown[]) => boolean,
): Promise<DraftRow[]> {
  const untold = drafts.filter((draft) => !holds(draft, [], [])).map(({ id }) => id);
  const files = await db.attachments
    .where('draftId')
    .anyOf(untold)
    .filter(({ removedAt }) => removedAt === null)
    .toArray();
  const scans = await db.scans.bulkGet(untold);
  const filesOf = (id: string) => files.filter(({ draftId }) => draftId === id);
  const photosOf = (id: string) => sheetsOf(scans.find((scan) => scan?.draftId === id));
  return drafts.filter((draft) => holds(draft, filesOf(draft.id), photosOf(draft.id)));
}
