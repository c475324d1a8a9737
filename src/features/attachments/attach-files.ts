import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readLimits } from '../../db/core/metadata.ts';
import { addAttachment } from '../../db/drafts/attachments.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { detectFileType, isPasswordProtectedPdf } from '../../domain/file-signature.ts';
import type { Issue, IssueCode } from '../../domain/issue.ts';
import { mayBeLargePhoto } from '../../domain/large-photo.ts';
import type { Limits } from '../../domain/limits.ts';
import { checkFile, checkFileSize, checkTotals } from '../../domain/validate-attachments.ts';
import { sha256Hex } from '../../lib/sha256.ts';

/** What is wrong with a file, or with this device, which had no room for it. */
export interface AttachmentIssue extends Omit<Issue, 'code'> {
  code: IssueCode | 'attachmentNotKept';
}

export interface AttachOptions {
  now: Date;
  makeThumbnail: (bytes: ArrayBuffer, type: string) => Promise<ArrayBuffer | null>;
  onProgress: (done: number) => void;
}

export interface Attached {
  added: number;
  issues: AttachmentIssue[];
  /** Photos that are too big to be attached as they are. */
  oversized: OversizedPhoto[];
}

export interface OversizedPhoto {
  id: string;
  file: File;
  /** By its content. */
  type: string;
}

interface GoodFile {
  name: string;
  size: number;
  type: string;
  sha256: string;
  bytes: ArrayBuffer;
}

/** Keeps the good files of a choice and says what is wrong with the others. A choice that is too large as a whole is refused as a whole. */
export async function attachFiles(
  db: CitizenDatabase,
  draftId: string,
  picked: readonly File[],
  options: AttachOptions,
): Promise<Attached> {
  const limits = await readLimits(db);
  const existing = await listAttachments(db, draftId);
  const tooMany = checkTotals(existing, picked, { ...limits, attachmentsMaxTotalBytes: Infinity });
  if (tooMany) return { added: 0, issues: [tooMany], oversized: [] };

  const good: GoodFile[] = [];
  const issues: AttachmentIssue[] = [];
  const oversized: OversizedPhoto[] = [];
  for (const [index, file] of picked.entries()) {
    const judged = await judgeFile(file, [...existing, ...good], limits);
    if ('file' in judged) good.push(judged.file);
    else issues.push(judged.issue);
    const type = await findOversizedPhoto(file, limits);
    if (type) oversized.push({ id: crypto.randomUUID(), file, type });
    options.onProgress(index + 1);
  }
  const tooBig = checkTotals(existing, good, limits);
  if (tooBig) return { added: 0, issues: [...issues, tooBig], oversized };

  let added = 0;
  for (const file of good) {
    const issue = await keepFile(db, draftId, file, added, options);
    if (issue) issues.push(issue);
    else added += 1;
  }
  return { added, issues, oversized };
}

/** Copies the bytes at once, since a picked file may be gone the next moment, and judges what they are. */
async function judgeFile(
  picked: File,
  existing: readonly { sha256: string }[],
  limits: Limits,
): Promise<{ file: GoodFile } | { issue: AttachmentIssue }> {
  const { name } = picked;
  const sizeIssue = checkFileSize(picked, limits);
  if (sizeIssue) return { issue: sizeIssue };
  const bytes = await picked.arrayBuffer().catch(() => null);
  if (!bytes) return { issue: { field: 'attachments', code: 'attachmentUnreadable', params: { name } } };

  const view = new Uint8Array(bytes);
  const type = detectFileType(view, name);
  const sha256 = await sha256Hex(bytes);
  const passwordProtected = type === 'application/pdf' && isPasswordProtectedPdf(view);
  const size = bytes.byteLength;
  const issue = checkFile({ name, size, type, sha256, passwordProtected }, existing, limits);
  if (issue || type === null) {
    return { issue: issue ?? { field: 'attachments', code: 'attachmentTypeNotAccepted', params: { name } } };
  }
  return { file: { name, size, type, sha256, bytes } };
}

/** What a type is told by. */
const SIGNATURE_BYTES = 64;

/** The type of a photo that only its size speaks against. Its first bytes are read and no more. */
async function findOversizedPhoto(file: File, { attachmentMaxBytes }: Limits): Promise<string | null> {
  if (file.size <= attachmentMaxBytes) return null;
  const first = await file
    .slice(0, SIGNATURE_BYTES)
    .arrayBuffer()
    .catch(() => null);
  const type = first && detectFileType(new Uint8Array(first), file.name);
  return type && mayBeLargePhoto({ type, size: file.size }) ? type : null;
}

async function keepFile(
  db: CitizenDatabase,
  draftId: string,
  file: GoodFile,
  position: number,
  { now, makeThumbnail }: AttachOptions,
): Promise<AttachmentIssue | null> {
  const thumbnail = await makeThumbnail(file.bytes, file.type);
  // A millisecond apart, so that the list keeps the order of the choice.
  const addedAt = new Date(now.getTime() + position);
  const params = { name: file.name };
  try {
    const row = { ...file, id: crypto.randomUUID(), thumbnail };
    const isKept = await addAttachment(db, draftId, row, addedAt);
    return isKept ? null : { field: 'attachments', code: 'attachmentDuplicate', params };
  } catch {
    // The device is full or refuses: nothing of the file is kept, and the citizen is told which one.
    return { field: 'attachments', code: 'attachmentNotKept', params };
  }
}
