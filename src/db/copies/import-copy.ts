import {
  COPY_CAPS,
  type CopiedAttachment,
  type CopiedDraft,
  type CopyProblem,
} from '../../../domain/copies/copy-format.ts';
import { fitsContract, MOST_DRAFTS } from '../../../domain/copies/read-copy.ts';
import { mendFileName } from '../../../domain/file-name.ts';
import { detectFileType, isPasswordProtectedPdf } from '../../../domain/file-signature.ts';
import type { Issue } from '../../../domain/issue.ts';
import type { Limits } from '../../../domain/limits.ts';
import { checkFile, checkTotals } from '../../../domain/validate-attachments.ts';
import { contentOf } from '../../../domain/written/words.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { AttachmentRow } from '../core/file-schema.ts';
import { readLimits } from '../core/read-limits.ts';
import type { DraftRow, DraftStep } from '../core/schema.ts';
import { isQuotaError } from '../core/storage-errors.ts';
import { type NewAttachment, newAttachmentRow } from '../drafts/attachments.ts';
import { type DraftPatch, newDraft, withPatch } from '../drafts/draft-edit.ts';
import { chunksOf, eraseAttachment } from '../files/file-rows.ts';
import { type VerifiedCopy, verifyCopy } from './verify-copy.ts';

export interface ImportedCopy {
  drafts: number;
  attachments: number;
  /** How many requests the copy has for reading; they are the server’s, and none is loaded. */
  requests: number;
  /** Files that were left out, and why; the drafts they belong to are there. */
  problems: Issue[];
}

export type MakeThumbnail = (bytes: ArrayBuffer, type: string) => Promise<ArrayBuffer | null>;

/** The writer of loaded drafts, which is not a tab: the text belongs to the tab that opens the draft next. */
const WRITER = 'copy';

interface ImportOptions {
  makeThumbnail?: MakeThumbnail;
  signal?: AbortSignal;
  /** Called with the share that is done, from 0 to 1. */
  onProgress?: (part: number) => void;
}

/** Rows that are written together once everything is verified. */
interface Rows {
  drafts: DraftRow[];
  attachments: AttachmentRow[];
  problems: Issue[];
}

/**
 * Loads a copy back as new drafts, never into the outbox and never as requests, in one transaction. Only files are written before, since they may
 * not fit into memory: as removed ones, so that the files of a loading that was killed are purged with others (`purgeDeleted`).
 */
export async function importCopy(
  db: CitizenDatabase,
  blob: Blob,
  now: Date,
  options: ImportOptions = {},
): Promise<Result<ImportedCopy, CopyProblem>> {
  const { signal, onProgress } = options;
  const rows: Rows = { drafts: [], attachments: [], problems: [] };
  function step(part: number) {
    onProgress?.(part);
    signal?.throwIfAborted();
  }
  try {
    const verified = await verifyCopy(blob, COPY_CAPS, (part) => step(part / 2));
    if (!verified.ok) return verified;
    const { drafts, requests } = verified.value.copy;
    if (drafts.length > MOST_DRAFTS) return err({ code: 'tooManyDrafts' });
    if (!drafts.every(fitsContract)) return err({ code: 'tooBig' });
    const limits = await readLimits(db);
    for (const [index, draft] of drafts.entries()) {
      step((1 + index / drafts.length) / 2);
      const files = await readFiles(verified.value, draft, limits, options.makeThumbnail);
      if (!files) return await giveUp(db, rows, 'damaged');
      rows.problems.push(...files.problems);
      await takeIn(db, draft, files.fit, now, rows);
    }
    step(1);
    await db.transaction('rw', db.drafts, db.attachments, async () => {
      await db.drafts.bulkPut(rows.drafts);
      await db.attachments.bulkPut(rows.attachments);
    });
    const { attachments, problems } = rows;
    return ok({
      drafts: drafts.length,
      attachments: attachments.length,
      requests: requests.length,
      problems,
    });
  } catch (error) {
    if (signal?.aborted) return giveUp(db, rows, 'cancelled');
    const problem = await giveUp(db, rows, 'deviceFull');
    if (isQuotaError(error)) return problem;
    throw error;
  }
}

async function takeIn(
  db: CitizenDatabase,
  draft: CopiedDraft,
  files: readonly NewAttachment[],
  now: Date,
  rows: Rows,
): Promise<void> {
  const id = crypto.randomUUID();
  for (const [index, file] of files.entries()) {
    // Lists show files by when they were added: the same instant for all would mix them up.
    const attachment = newAttachmentRow(id, file, new Date(now.getTime() + index));
    rows.attachments.push(attachment);
    await db.attachments.put({ ...attachment, removedAt: now.toISOString() });
    await db.chunks.bulkPut(chunksOf(file.id, file.bytes));
  }
  const edit = { patch: await wordsOf(db, draft), baseRevision: 0, writer: WRITER };
  rows.drafts.push({ ...withPatch(newDraft(id, WRITER, now), edit, now), reachedStep: stepOf(draft) });
}

/** Erases the files that were written before the transaction. */
async function giveUp(
  db: CitizenDatabase,
  { attachments }: Rows,
  code: CopyProblem['code'],
): Promise<Result<never, CopyProblem>> {
  await db.transaction('rw', db.attachments, db.chunks, async () => {
    for (const { id } of attachments) await eraseAttachment(db, id);
  });
  return err({ code });
}

interface JudgedFiles {
  fit: NewAttachment[];
  problems: Issue[];
}

/** Judges the files as if they were chosen now, under today's limits; returns undefined when the ZIP changed while it was read. */
async function readFiles(
  verified: VerifiedCopy,
  draft: CopiedDraft,
  limits: Limits,
  makeThumbnail: MakeThumbnail = async () => null,
): Promise<JudgedFiles | undefined> {
  const fit: NewAttachment[] = [];
  const problems: Issue[] = [];
  for (const attachment of draft.attachments) {
    const { path, sha256 } = attachment;
    if (path === null) {
      const params = { name: attachment.name };
      problems.push({ field: 'attachments', code: 'attachmentUnreadable', params });
      continue;
    }
    const bytes = await verified.readFile(path);
    if (!bytes) return undefined;
    const type = detectFileType(new Uint8Array(bytes), attachment.name);
    const name = mendFileName(attachment.name, type);
    const issue = judge({ name, sha256 }, bytes, type, fit, limits);
    if (issue) problems.push(issue);
    if (issue || type === null) continue;
    const thumbnail = await makeThumbnail(bytes, type);
    fit.push({ id: crypto.randomUUID(), name, type, sha256, bytes, thumbnail });
  }
  return { fit, problems };
}

function judge(
  { name, sha256 }: Pick<CopiedAttachment, 'name' | 'sha256'>,
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

/** Returns the content of a draft without links to requests that this device does not have: they may be somebody else's. */
async function wordsOf(db: CitizenDatabase, draft: CopiedDraft): Promise<DraftPatch> {
  const content = contentOf(draft);
  const { aboutRequestId, replyTo } = content;
  const isHere = async (id = '') => (await db.requests.get(id)) !== undefined;
  return {
    ...content,
    aboutRequestId: (await isHere(aboutRequestId ?? undefined)) ? aboutRequestId : null,
    replyTo: (await isHere(replyTo?.requestId)) ? replyTo : null,
  };
}

function stepOf({ topic, attachments }: CopiedDraft): DraftStep {
  if (attachments.length > 0) return 'attachments';
  return topic === null ? 'description' : 'topic';
}
