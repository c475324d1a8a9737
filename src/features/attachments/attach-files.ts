import { mendFileName } from '../../../domain/file-name.ts';
import { detectFileType, isPasswordProtectedPdf } from '../../../domain/file-signature.ts';
import type { Issue } from '../../../domain/issue.ts';
import { isLargePhoto, mayBeLargePhoto } from '../../../domain/large-photo.ts';
import type { Limits } from '../../../domain/limits.ts';
import { checkFile, checkFileSize } from '../../../domain/validate-attachments.ts';
import { megabytes, megabytesRoundedUp } from '../../../shared/format-bytes.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { addAttachment, hasEnded, hasFile, type NewAttachment } from '../../db/drafts/attachments.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listOriginals, readPhotoOffers } from '../../db/drafts/smaller-photos.ts';
import { listAttachments } from '../../db/files/file-rows.ts';
import type { FileIssueCode } from '../../parts/file-issues.ts';
import { readInTurn } from '../../parts/read-in-turn.ts';
import { makeThumbnail, type PhotoCodec } from './photo-codec.ts';
import { nameOfSmaller, reducePhoto, shrinkPhoto } from './reduce-photo.ts';

/** An issue with a file, or with a choice of files. */
export interface AttachmentIssue extends Omit<Issue, 'code'> {
  code: FileIssueCode;
}

interface AttachOptions {
  now: Date;
  /** Makes large photos smaller. */
  codec: PhotoCodec;
  onProgress: (done: number) => void;
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
  /** The names of photos that could only be attached in a smaller version. */
  fitted: string[];
}

/** Attaches files once those of the draft's earlier choices are attached. */
export function attachInTurn(
  db: CitizenDatabase,
  draftId: string,
  files: readonly File[],
  codec: PhotoCodec,
): Promise<Attached> {
  return readInTurn(draftId, files.length, (onProgress) =>
    attachFiles(db, draftId, files, { now: new Date(), codec, onProgress }).catch(() => ({
      // This device could not even read the attachments of the draft.
      added: 0,
      issues: files.map((file) => fault('attachmentNotKept', file)),
      fitted: [],
    })),
  );
}

/**
 * Attaches the good files of a choice in their order, up to the limits, and returns the issues of the others. Large photos are made smaller, unless the citizen
 * took larger ones back in this draft.
 */
export async function attachFiles(
  db: CitizenDatabase,
  draftId: string,
  picked: readonly File[],
  options: AttachOptions,
): Promise<Attached> {
  const limits = await readLimits(db);
  const hadRow = (await readDraft(db, draftId)) !== undefined;
  const existing = await listAttachments(db, draftId);
  const keepsLarge = [...(await readPhotoOffers(db, existing)).values()].includes('reduce');
  const there: { size: number }[] = [...existing];
  const known: { sha256: string }[] = [...existing, ...(await listOriginals(db, existing))];
  const issues: AttachmentIssue[] = [];
  const fitted: string[] = [];
  const leftOut: string[] = [];
  const tooHeavy: File[] = [];
  for (const [index, chosen] of picked.entries()) {
    options.onProgress(index);
    // Files beyond the limit are not read: there may be hundreds.
    if (there.length >= limits.attachmentsMaxCount) {
      leftOut.push(`«${chosen.name}»`);
      continue;
    }
    const room = limits.attachmentsMaxTotalBytes - bytesOf(there);
    const file = await fitPhoto(chosen, Math.min(limits.attachmentMaxBytes, room), options.codec);
    if (file.size <= limits.attachmentMaxBytes && file.size > room) {
      tooHeavy.push(file);
      continue;
    }
    const judged = await judgeFile(file, known, limits);
    if ('code' in judged) {
      issues.push(judged);
      continue;
    }
    const kept = await keepFile(db, draftId, judged, index, { ...options, keepsLarge, hadRow });
    if ('code' in kept) {
      issues.push(kept);
      continue;
    }
    known.push(judged);
    there.push(kept);
    if (file !== chosen) fitted.push(`«${file.name}»`);
  }
  if (leftOut.length > 0) {
    const code = existing.length > 0 ? 'attachmentsNoRoom' : 'attachmentsLeftOut';
    const params = { max: limits.attachmentsMaxCount, chosen: picked.length, names: leftOut.join(', ') };
    issues.push({ field: 'attachments', code, params });
  }
  if (tooHeavy.length > 0) {
    const params = {
      total: megabytesRoundedUp(bytesOf([...there, ...tooHeavy])),
      max: megabytes(limits.attachmentsMaxTotalBytes),
      names: tooHeavy.map(({ name }) => `«${name}»`).join(', '),
    };
    issues.push({ field: 'attachments', code: 'attachmentsTooHeavy', params });
  }
  return { added: there.length - existing.length, issues, fitted };
}

function bytesOf(files: readonly { size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

/** Copies the bytes at once, since a picked file may be gone the next moment, and checks their type and that the draft does not have them yet. */
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

/** The number of first bytes that tell the type of a photo. */
const SIGNATURE_BYTES = 64;

/** Makes a photo smaller when only its size keeps it from being attached. Any other file is returned unread and unchanged. */
async function fitPhoto(file: File, maxBytes: number, codec: PhotoCodec): Promise<File> {
  if (file.size <= maxBytes) return file;
  const first = await file
    .slice(0, SIGNATURE_BYTES)
    .arrayBuffer()
    .catch(() => null);
  const type = first && detectFileType(new Uint8Array(first), file.name);
  if (!type || !mayBeLargePhoto({ type, size: file.size })) return file;
  const smaller = await reducePhoto(file, type, codec);
  return smaller ? new File([smaller], nameOfSmaller(file.name, type, smaller.type)) : file;
}

async function keepFile(
  db: CitizenDatabase,
  draftId: string,
  file: GoodFile,
  position: number,
  { now, codec, keepsLarge, hadRow }: AttachOptions & { keepsLarge: boolean; hadRow: boolean },
): Promise<{ size: number } | AttachmentIssue> {
  const thumbnail = await makeThumbnail(file.bytes, file.type);
  // The times are a millisecond apart, so that the list keeps the order of the choice.
  const addedAt = new Date(now.getTime() + position);
  const row = { ...file, id: crypto.randomUUID(), thumbnail };
  try {
    if (!(await addAttachment(db, draftId, row, addedAt))) {
      if (await hasFile(db, draftId, file.sha256)) return fault('attachmentDuplicate', file);
      return fault((await hasEnded(db, draftId, hadRow)) ? 'attachmentTooLate' : 'attachmentNotKept', file);
    }
  } catch {
    // The device is full or refuses to write: nothing of the file is kept, and the issue tells the citizen which file it was.
    return fault('attachmentNotKept', file);
  }
  if (keepsLarge || !isLargePhoto(file, new Uint8Array(file.bytes))) return file;
  return (await shrinkPhoto(db, row, new Blob([file.bytes], { type: file.type }), codec, addedAt)) ?? file;
}
