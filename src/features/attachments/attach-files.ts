import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readLimits } from '../../db/core/metadata.ts';
import { addAttachment } from '../../db/drafts/attachments.ts';
import { listAttachments } from '../../db/files/attachment-rows.ts';
import { detectFileType } from '../../domain/file-signature.ts';
import { mayBeLargePhoto } from '../../domain/large-photo.ts';
import type { Limits } from '../../domain/limits.ts';
import { checkTotals } from '../../domain/validate-attachments.ts';
import type { AttachmentIssue } from './attachment-issue.ts';
import { type GoodFile, judgeFile } from './judge-file.ts';

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
