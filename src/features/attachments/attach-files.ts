import { addAttachment, listAttachments } from '../../db/attachments.ts';
import type { CitizenDatabase } from '../../db/citizen-database.ts';
import { readLimits } from '../../db/facts.ts';
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
  if (tooMany) return { added: 0, issues: [tooMany] };

  const good: GoodFile[] = [];
  const issues: AttachmentIssue[] = [];
  for (const [index, file] of picked.entries()) {
    const judged = await judgeFile(file, [...existing, ...good], limits);
    if ('file' in judged) good.push(judged.file);
    else issues.push(judged.issue);
    options.onProgress(index + 1);
  }
  const tooBig = checkTotals(existing, good, limits);
  if (tooBig) return { added: 0, issues: [...issues, tooBig] };

  let added = 0;
  for (const file of good) {
    const issue = await keepFile(db, draftId, file, added, options);
    if (issue) issues.push(issue);
    else added += 1;
  }
  return { added, issues };
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
