import type { IssueCode } from '../../../domain/issue.ts';
import { filledFields } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { SharedContent } from '../../db/core/share-schema.ts';
import { removeAttachment } from '../../db/drafts/attachments.ts';
import { isOpen, readDraft } from '../../db/drafts/drafts.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { TAB_ID } from '../../lib/tab-id.ts';

/** What kept a file from being attached: a rule, or this device. */
export interface SharedIssue {
  code: IssueCode | 'attachmentNotKept' | 'attachmentsLeftOut' | 'attachmentsNoRoom' | 'attachmentsTooHeavy';
  params?: Record<string, string | number> | undefined;
}

/** Attaches files by the same rules as *Escolher ficheiros*. */
export type Attach = (
  db: CitizenDatabase,
  draftId: string,
  files: File[],
) => Promise<{ issues: readonly SharedIssue[] }>;

export interface Joined {
  draftId: string;
  isNew: boolean;
  /** The description as it was and as it is now; null where no words were added. */
  words: { before: string; after: string } | null;
  fileIds: string[];
  issues: readonly SharedIssue[];
}

/** `closed`: the draft was sent or deleted meanwhile; nothing of the share is in it. */
export type Joining = Joined | 'closed';

const asFile = ({ name, type, bytes }: SharedContent['files'][number]) => new File([bytes], name, { type });

/** Adds the words at the end of the draft's description and its files to the draft's; `draftId` null makes a new draft. */
export async function joinShare(
  db: CitizenDatabase,
  share: SharedContent,
  chosenId: string | null,
  attach: Attach,
  now: Date,
): Promise<Joining> {
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
    words: after === before ? null : { before, after },
    fileIds: added.map(({ id }) => id),
    issues,
  };
  // No visit leaves an empty draft behind.
  if (joined.isNew && !hasJoined(joined)) await deleteDraft(db, draftId, now);
  return joined;
}

/** Whether anything of the share is in the draft. */
export function hasJoined({ words, fileIds }: Joined): boolean {
  return words !== null || fileIds.length > 0;
}

/** Shared anew after a crash, the same words are not added twice. */
function addWords(before: string, words: string): string {
  if (words === '' || before.endsWith(words)) return before;
  return before.trim() === '' ? words : `${before.trimEnd()}\n\n${words}`;
}

/** *Desfazer*. What somebody has gone on with, as in another tab, stays. */
export async function undoJoin(db: CitizenDatabase, joined: Joined, now: Date): Promise<void> {
  const { draftId, isNew, words, fileIds } = joined;
  if (isNew && !(await hasMore(db, joined))) return deleteDraft(db, draftId, now);
  for (const id of fileIds) await removeAttachment(db, id, now);
  const draft = await readDraft(db, draftId);
  if (!words || draft?.description !== words.after) return;
  const edit = { patch: { description: words.before }, baseRevision: draft.revision, writer: TAB_ID };
  await saveDraft(db, draftId, edit, now);
}

/** Whether there is anything in the draft that is not of the share. */
async function hasMore(db: CitizenDatabase, { draftId, words, fileIds }: Joined): Promise<boolean> {
  const draft = await readDraft(db, draftId);
  const files = await listAttachments(db, draftId);
  const hasWords = draft !== undefined && filledFields(draft).some(({ text }) => text !== words?.after);
  return hasWords || files.some(({ id }) => !fileIds.includes(id));
}
