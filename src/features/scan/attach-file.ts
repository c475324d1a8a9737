import { useTranslation } from 'react-i18next';
import { mendFileName } from '../../../domain/file-name.ts';
import type { Issue } from '../../../domain/issue.ts';
import { checkFile, checkTotals } from '../../../domain/validate-attachments.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { Sheet } from '../../db/core/file-schema.ts';
import { readLimits } from '../../db/core/read-limits.ts';
import { isOpen, readDraft } from '../../db/drafts/drafts.ts';
import { attachScan, changeSheet } from '../../db/drafts/scans.ts';
import { listAttachments, listUnattached, readPhoto } from '../../db/files/file-rows.ts';

/** Why the sheets were not attached: a rule for attachments, or something that this device or its browser could not do. */
export type JoiningProblem = Issue | 'notKept' | 'closed' | 'failed';

export type Joined = { fileId: string; name: string } | { problem: JoiningProblem };

/** Attaches a file that was made of sheets, in the place of these sheets. */
export async function attachFile(
  db: CitizenDatabase,
  draftId: string,
  file: { name: string; blob: Blob },
  sheets: readonly Sheet[],
  now: Date,
): Promise<Joined> {
  const { type } = file.blob;
  const name = mendFileName(file.name, type);
  const bytes = await file.blob.arrayBuffer();
  const sha256 = await sha256Hex(bytes);
  const size = bytes.byteLength;
  const replaced = sheets.map(({ attachmentId }) => attachmentId);
  const there = (await listAttachments(db, draftId)).filter(({ id }) => !replaced.includes(id));
  const limits = await readLimits(db);
  const chosen = { name, size, type, sha256, passwordProtected: false };
  const issue = checkFile(chosen, there, limits) ?? checkTotals(there, [chosen], limits);
  if (issue) return { problem: issue };
  const id = crypto.randomUUID();
  const row = { id, name, type, sha256, bytes, thumbnail: null };
  const isKept = await attachScan(db, draftId, row, sheets, now).catch(() => null);
  if (isKept === null) return { problem: 'notKept' };
  if (isKept) return { fileId: id, name };
  return { problem: isOpen(await readDraft(db, draftId)) ? 'failed' : 'closed' };
}

/** Attaches a photo that this browser cannot work on, unless it was chosen among the attachments. Returns null when it is attached. */
export async function attachAsItIs(
  db: CitizenDatabase,
  draftId: string,
  sheet: Sheet,
  name: string,
  now: Date,
): Promise<JoiningProblem | null> {
  const unattached = await listUnattached(db, draftId);
  if (!unattached.some(({ id }) => id === sheet.id)) {
    const removing = changeSheet(db, draftId, sheet.id, { removedAt: now.toISOString() });
    return removing.then(
      () => null,
      () => 'notKept',
    );
  }
  const blob = await readPhoto(db, sheet);
  if (!blob) return 'failed';
  const joined = await attachFile(db, draftId, { name, blob }, [sheet], now);
  return 'problem' in joined ? joined.problem : null;
}

/** Returns the sentence for a problem: the rule that was broken, or what this device could not do. */
export function useProblemText(): (problem: JoiningProblem) => string {
  const { t } = useTranslation(['scan', 'issues']);
  return (problem) =>
    typeof problem === 'string' ? t(`problem.${problem}`) : t(`issues:${problem.code}`, problem.params ?? {});
}
