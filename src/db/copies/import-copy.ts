import type { CopiedAttachment, CopiedDraft, CopyProblem } from '../../domain/copies/copy-format.ts';
import { detectFileType, isPasswordProtectedPdf } from '../../domain/file-signature.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Limits } from '../../domain/limits.ts';
import { checkFile, checkTotals } from '../../domain/validate-attachments.ts';
import { contentOf } from '../../domain/written/content.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readLimits } from '../core/metadata.ts';
import type { DraftStep } from '../core/schema.ts';
import { isQuotaError } from '../core/storage-errors.ts';
import { addAttachment, type NewAttachment } from '../drafts/attachments.ts';
import type { DraftPatch } from '../drafts/draft-edit.ts';
import { deleteDraft, noteStepReached, saveDraft } from '../drafts/drafts.ts';
import { eraseAttachments } from '../files/attachment-rows.ts';
import { type VerifiedCopy, verifyCopy } from './verify-copy.ts';

export interface ImportedCopy {
  drafts: number;
  attachments: number;
  /** Files that were left out, and why; the drafts they belong to are there. */
  problems: Issue[];
}

export type MakeThumbnail = (bytes: ArrayBuffer, type: string) => Promise<ArrayBuffer | null>;

/** Names no tab: whoever opens the draft next owns the text. */
const WRITER = 'copy';

const NO_THUMBNAIL: MakeThumbnail = async () => null;

/**
 * Loads a copy back as new drafts, never into the outbox and never as requests. A copy that is not whole is refused with its cause, and
 * nothing is written; one that does not fit on the device leaves nothing behind.
 */
export async function importCopy(
  db: CitizenDatabase,
  blob: Blob,
  now: Date,
  makeThumbnail = NO_THUMBNAIL,
): Promise<Result<ImportedCopy, CopyProblem>> {
  const verified = await verifyCopy(blob);
  if (!verified.ok) return verified;
  const limits = await readLimits(db);
  const imported: ImportedCopy = { drafts: 0, attachments: 0, problems: [] };
  const written: string[] = [];
  for (const draft of verified.value.copy.drafts) {
    const files = await readFiles(verified.value, draft, limits, makeThumbnail);
    if (!files) {
      await undoImport(db, written, now);
      return err({ code: 'damaged' });
    }
    const draftId = crypto.randomUUID();
    try {
      await writeDraft(db, draftId, draft, files.fit, now);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await undoImport(db, written, now);
      return err({ code: 'deviceFull' });
    }
    written.push(draftId);
    imported.drafts += 1;
    imported.attachments += files.fit.length;
    imported.problems.push(...files.problems);
  }
  return ok(imported);
}

interface JudgedFiles {
  fit: NewAttachment[];
  problems: Issue[];
}

/** The files as if they were chosen now, under today's limits; undefined when the ZIP has changed under the reading. */
async function readFiles(
  verified: VerifiedCopy,
  draft: CopiedDraft,
  limits: Limits,
  makeThumbnail: MakeThumbnail,
): Promise<JudgedFiles | undefined> {
  const fit: NewAttachment[] = [];
  const problems: Issue[] = [];
  for (const attachment of draft.attachments) {
    const { name, path, sha256 } = attachment;
    if (path === null) {
      problems.push({ field: 'attachments', code: 'attachmentUnreadable', params: { name } });
      continue;
    }
    const bytes = await verified.readFile(path);
    if (!bytes) return undefined;
    const type = detectFileType(new Uint8Array(bytes), name);
    const issue = judge(attachment, bytes, type, fit, limits);
    if (issue) problems.push(issue);
    if (issue || type === null) continue;
    fit.push({
      id: crypto.randomUUID(),
      name,
      type,
      sha256,
      bytes,
      thumbnail: await makeThumbnail(bytes, type),
    });
  }
  return { fit, problems };
}

function judge(
  { name, sha256 }: CopiedAttachment,
  bytes: ArrayBuffer,
  type: string | null,
  others: NewAttachment[],
  limits: Limits,
): Issue | null {
  const size = bytes.byteLength;
  const passwordProtected = type === 'application/pdf' && isPasswordProtectedPdf(new Uint8Array(bytes));
  const sizes = others.map((other) => ({ size: other.bytes.byteLength }));
  return (
    checkFile({ name, size, type, sha256, passwordProtected }, others, limits) ??
    checkTotals(sizes, [{ size }], limits)
  );
}

/** A draft with all its files, or nothing of it. */
async function writeDraft(
  db: CitizenDatabase,
  draftId: string,
  draft: CopiedDraft,
  files: NewAttachment[],
  now: Date,
): Promise<void> {
  const tables = [db.drafts, db.requests, db.messages, db.pendingText, db.attachments, db.chunks];
  await db.transaction('rw', tables, async () => {
    await saveDraft(db, draftId, { patch: await wordsOf(db, draft), baseRevision: 0, writer: WRITER }, now);
    for (const [index, file] of files.entries()) {
      // Lists show files by when they were added: the same instant for all would mix them up.
      await addAttachment(db, draftId, file, new Date(now.getTime() + index));
    }
    await noteStepReached(db, draftId, stepOf(draft));
  });
}

/** A reply to a request that is not here is a draft like any other: what it answers may be somebody else's. */
async function wordsOf(db: CitizenDatabase, draft: CopiedDraft): Promise<DraftPatch> {
  const content = contentOf(draft);
  const { replyTo } = content;
  const isKnown = replyTo !== null && (await db.requests.get(replyTo.requestId)) !== undefined;
  return { ...content, replyTo: isKnown ? replyTo : null };
}

function stepOf({ topic, attachments }: CopiedDraft): DraftStep {
  if (attachments.length > 0) return 'attachments';
  return topic === null ? 'description' : 'topic';
}

/** Gives the space back at once. The drafts go like deleted ones: an account may have heard of them already. */
async function undoImport(db: CitizenDatabase, draftIds: string[], now: Date): Promise<void> {
  await db.transaction('rw', db.drafts, db.attachments, db.chunks, async () => {
    for (const draftId of draftIds) {
      await eraseAttachments(db, draftId);
      await deleteDraft(db, draftId, now);
    }
  });
}
