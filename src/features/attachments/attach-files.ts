import { mendFileName } from '../../../domain/file-name.ts';
import { detectFileType, isPasswordProtectedPdf } from '../../../domain/file-signature.ts';
import type { Issue, IssueCode } from '../../../domain/issue.ts';
import { mayBeLargePhoto } from '../../../domain/large-photo.ts';
import type { Limits } from '../../../domain/limits.ts';
import { checkFile, checkFileSize } from '../../../domain/validate-attachments.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { addAttachment, type NewAttachment } from '../../db/drafts/attachments.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { megabytes, megabytesRoundedUp } from '../../lib/format-bytes.ts';
import { sha256Hex } from '../../lib/sha256.ts';

/** What is wrong with a file, with this device, which had no room for it, or with a choice of more files than may be. */
export interface AttachmentIssue extends Omit<Issue, 'code'> {
  code: IssueCode | 'attachmentNotKept' | 'attachmentsLeftOut' | 'attachmentsNoRoom' | 'attachmentsTooHeavy';
}

interface AttachOptions {
  now: Date;
  makeThumbnail: (bytes: ArrayBuffer, type: string) => Promise<ArrayBuffer | null>;
  onProgress: (done: number) => void;
}

/** A photo that is too big to be attached as it is. */
export interface OversizedPhoto {
  id: string;
  file: File;
  /** By its content. */
  type: string;
}

type GoodFile = Omit<NewAttachment, 'id' | 'thumbnail'> & { size: number };

const fault = (code: AttachmentIssue['code'], { name }: { name: string }): AttachmentIssue => ({
  field: 'attachments',
  code,
  params: { name },
});

interface Attached {
  added: number;
  issues: AttachmentIssue[];
  oversized: OversizedPhoto[];
}

/** The outcome when this device could not even read the attachments of the draft. */
export function noneKept(picked: readonly File[]): Attached {
  return { added: 0, issues: picked.map((file) => fault('attachmentNotKept', file)), oversized: [] };
}

/** Attaches the good files of a choice in their order, up to the limits, and returns what is wrong with the others. */
export async function attachFiles(
  db: CitizenDatabase,
  draftId: string,
  picked: readonly File[],
  options: AttachOptions,
): Promise<Attached> {
  const limits = await readLimits(db);
  const existing = await listAttachments(db, draftId);
  const good: GoodFile[] = [];
  const issues: AttachmentIssue[] = [];
  const oversized: OversizedPhoto[] = [];
  const leftOut: string[] = [];
  const tooHeavy: File[] = [];
  for (const [index, file] of picked.entries()) {
    options.onProgress(index);
    // Files beyond the limit are not read: there may be hundreds.
    if (existing.length + good.length >= limits.attachmentsMaxCount) {
      leftOut.push(`«${file.name}»`);
      continue;
    }
    const isSmallEnough = file.size <= limits.attachmentMaxBytes;
    if (isSmallEnough && bytesOf([...existing, ...good, file]) > limits.attachmentsMaxTotalBytes) {
      tooHeavy.push(file);
      continue;
    }
    const judged = await judgeFile(file, [...existing, ...good], limits);
    if ('code' in judged) issues.push(judged);
    else good.push(judged);
    const type = await findOversizedPhoto(file, limits);
    if (type) oversized.push({ id: crypto.randomUUID(), file, type });
  }
  if (leftOut.length > 0) {
    const code = existing.length > 0 ? 'attachmentsNoRoom' : 'attachmentsLeftOut';
    const params = { max: limits.attachmentsMaxCount, chosen: picked.length, names: leftOut.join(', ') };
    issues.push({ field: 'attachments', code, params });
  }
  if (tooHeavy.length > 0) {
    const params = {
      total: megabytesRoundedUp(bytesOf([...existing, ...good, ...tooHeavy])),
      max: megabytes(limits.attachmentsMaxTotalBytes),
      names: tooHeavy.map(({ name }) => `«${name}»`).join(', '),
    };
    issues.push({ field: 'attachments', code: 'attachmentsTooHeavy', params });
  }

  let added = 0;
  for (const file of good) {
    const issue = await keepFile(db, draftId, file, added, options);
    if (issue) issues.push(issue);
    else added += 1;
  }
  return { added, issues, oversized };
}

function bytesOf(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Copies the bytes at once, since a picked file may be gone the next moment, and judges what they are. */
async function judgeFile(
  picked: File,
  existing: readonly { sha256: string }[],
  limits: Limits,
): Promise<GoodFile | AttachmentIssue> {
  const sizeIssue = checkFileSize(picked, limits);
  if (sizeIssue) return sizeIssue;
  const bytes = await picked.arrayBuffer().catch(() => null);
  if (!bytes) return fault('attachmentUnreadable', picked);

  const view = new Uint8Array(bytes);
  const type = detectFileType(view, picked.name);
  const name = mendFileName(picked.name, type);
  const sha256 = await sha256Hex(bytes);
  const passwordProtected = type === 'application/pdf' && isPasswordProtectedPdf(view);
  const size = bytes.byteLength;
  const issue = checkFile({ name, size, type, sha256, passwordProtected }, existing, limits);
  if (issue) return issue;
  return type ? { name, size, type, sha256, bytes } : fault('attachmentTypeNotAccepted', picked);
}

/** How many first bytes tell the type of a photo. */
const SIGNATURE_BYTES = 64;

/** Finds a photo that only its size keeps from being attached. Reads no more than its first bytes. */
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
  const row = { ...file, id: crypto.randomUUID(), thumbnail };
  try {
    return (await addAttachment(db, draftId, row, addedAt)) ? null : fault('attachmentDuplicate', file);
  } catch {
    // The device is full or refuses: nothing of the file is kept, and the citizen is told which one.
    return fault('attachmentNotKept', file);
  }
}
