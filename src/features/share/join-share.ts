import { filledFields } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { SharedContent } from '../../db/core/device-database.ts';
import { removeAttachment } from '../../db/drafts/attachments.ts';
import { isOpen, readDraft } from '../../db/drafts/drafts.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import { TAB_ID } from '../../lib/tab-id.ts';
import type { FileIssueCode } from '../../parts/file-issues.ts';

/** The reason why a file was not attached: a rule, or a limit of this device. */
export interface SharedIssue {
  code: FileIssueCode;
  params?: Record<string, string | number> | undefined;
}

/** Attaches files by the same rules as **Escolher ficheiros**. */
export type Attach = (
  db: CitizenDatabase,
  draftId: string,
  files: File[],
) => Promise<{ issues: readonly SharedIssue[] }>;

export interface Joined {
  draftId: string;
  isNew: boolean;
  /** The description before and after, which are equal where it ended with the words already; null where no words were shared. */
  words: { before: string; after: string } | null;
  fileIds: string[];
  issues: readonly SharedIssue[];
}

const asFile = ({ name, type, bytes }: SharedContent['files'][number]) => new File([bytes], name, { type });

/**
 * Adds the shared words to the end of the draft's description, and the shared files to its attachments. With `chosenId` null, a new draft is made. `closed`:
 * the draft was sent or deleted meanwhile, and nothing was added to it.
 */
export async function joinShare(
  db: CitizenDatabase,
  share: SharedContent,
  chosenId: string | null,
  attach: Attach,
  now: Date,
): Promise<Joined | 'closed'> {
  const draftId = chosenId ?? crypto.randomUUID();
  const draft = chosenId ? await openDraft(db, chosenId, now) : undefined;
  if (chosenId && !isOpen(draft)) return 'closed';
  const before = draft?.description ?? '';
  const after = addWords(before, share.text);
  if (!draft || after !== before) {
    const edit = { patch: { description: after }, baseRevision: draft?.revision ?? 0, writer: TAB_ID };
    if ((await saveDraft(db, draftId, edit, now)).status === 'frozen') return 'closed';
  }
  const there = new Set((await listAttachments(db, draftId)).map(({ id }) => id));
  const { issues } = await attach(db, draftId, share.files.map(asFile));
  const added = (await listAttachments(db, draftId)).filter(({ id }) => !there.has(id));
  const joined: Joined = {
    draftId,
    isNew: !draft,
    words: share.text === '' ? null : { before, after },
    fileIds: added.map(({ id }) => id),
    issues,
  };
  // A new draft into which nothing was put must not stay.
  if (joined.isNew && !hasJoined(joined)) await deleteDraft(db, draftId, now);
  return joined;
}

/** Whether anything of the share is in the draft. */
export function hasJoined({ words, fileIds }: Joined): boolean {
  return words !== null || fileIds.length > 0;
}

/** Whether the draft ended with the shared words before, so that **Desfazer** leaves them. */
export function hadWords({ words }: Joined): boolean {
  return words !== null && words.before === words.after;
}

/** Adds the words. If they are shared again after a crash, they are not added twice. */
function addWords(before: string, words: string): string {
  if (words === '' || before.endsWith(words)) return before;
  return before.trim() === '' ? words : `${before.trimEnd()}\n\n${words}`;
}

/** **Desfazer**. Content that the citizen has changed since, for example in another tab, stays. Returns whether all of the share was taken back. */
export async function undoJoin(db: CitizenDatabase, joined: Joined, now: Date): Promise<boolean> {
  const { draftId, isNew, words, fileIds } = joined;
  if (isNew && !(await hasMore(db, joined))) return deleteDraft(db, draftId, now);
  for (const id of fileIds) await removeAttachment(db, id, now);
  const draft = await readDraft(db, draftId);
  if (!isOpen(draft)) return false;
  if (!words || hadWords(joined)) return true;
  if (draft.description !== words.after) return false;
  const edit = { patch: { description: words.before }, baseRevision: draft.revision, writer: TAB_ID };
  return (await saveDraft(db, draftId, edit, now)).status === 'saved';
}

/** Whether the draft has content that is not from the share. */
async function hasMore(db: CitizenDatabase, { draftId, words, fileIds }: Joined): Promise<boolean> {
  const draft = await readDraft(db, draftId);
  const files = await listAttachments(db, draftId);
  const hasWords = draft !== undefined && filledFields(draft).some(({ text }) => text !== words?.after);
  return hasWords || files.some(({ id }) => !fileIds.includes(id));
}
