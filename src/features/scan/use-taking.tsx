import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { detectFileType } from '../../../domain/file-signature.ts';
import { isVeryLong, readPictureSize } from '../../../domain/large-photo.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { hasEnded } from '../../db/drafts/attachments.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { addPhoto } from '../../db/drafts/scans.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { readInTurn, useReadingProgress } from '../../parts/read-in-turn.ts';
import { useTellWhereLeft } from '../../parts/use-tell-where-left.ts';
import { Alert } from '../../ui/alert.tsx';

/** Why a photo is not among the sheets. */
type TakingIssue = 'notPhoto' | 'tooLong' | 'unreadable' | 'notKept' | 'closed';

interface TakingProblem {
  code: TakingIssue;
  name: string;
}

/** These are of the device or the draft: the next photo would fare no better. */
const FINAL: readonly TakingIssue[] = ['notKept', 'closed'];

/** Keeps photos one after the other, each as a whole or not at all, and returns why some are not kept. */
async function keepPhotos(
  db: CitizenDatabase,
  draftId: string,
  photos: readonly File[],
  onProgress: (done: number) => void,
  insteadOf?: string,
): Promise<TakingProblem[]> {
  const problems: TakingProblem[] = [];
  for (const [index, photo] of photos.entries()) {
    onProgress(index);
    const code = await keepPhoto(db, draftId, photo, insteadOf);
    if (code) problems.push({ code, name: photo.name });
    if (code && FINAL.includes(code)) break;
  }
  return problems;
}

async function keepPhoto(
  db: CitizenDatabase,
  draftId: string,
  photo: File,
  insteadOf?: string,
): Promise<TakingIssue | null> {
  const hadRow = await readDraft(db, draftId).then(
    (draft) => draft !== undefined,
    () => false,
  );
  const bytes = await photo.arrayBuffer().catch(() => null);
  if (!bytes) return 'unreadable';
  const view = new Uint8Array(bytes);
  const type = detectFileType(view, photo.name);
  if (!type?.startsWith('image/')) return 'notPhoto';
  if (isVeryLong(readPictureSize(view))) return 'tooLong';
  const isKept = await addPhoto(
    db,
    draftId,
    { id: crypto.randomUUID(), type, bytes },
    new Date(),
    insteadOf,
  ).catch(() => null);
  if (isKept === null) return 'notKept';
  if (isKept) return null;
  return (await hasEnded(db, draftId, hadRow)) ? 'closed' : 'notKept';
}

export function useTaking(draftId: string) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const isTaking = useReadingProgress(draftId) !== null;
  const [problems, setProblems] = useState<readonly TakingProblem[]>([]);
  const tellWhereLeft = useTellWhereLeft();

  /** Resolves to whether all photos are kept and the page is still shown. */
  async function take(photos: readonly File[], insteadOf?: string): Promise<boolean> {
    // What is wrong again is said again.
    setProblems([]);
    const found = await readInTurn(draftId, photos.length, (onProgress) =>
      keepPhotos(db, draftId, photos, onProgress, insteadOf),
    );
    const texts = found.map((problem) => textOf(t, problem));
    if (await tellWhereLeft(db, draftId, texts)) return false;
    setProblems(found);
    return found.length === 0;
  }

  return {
    take: (photos: readonly File[], insteadOf?: string) => whileUnderWay(take(photos, insteadOf)),
    isTaking,
    problems,
  };
}

function textOf(t: TFunction<'attachments'>, { code, name }: TakingProblem): string {
  return t(`paper.problem.${code}`, { name });
}

/** Says of each photo why it is not among the sheets; the others are. */
export function TakingProblems({ problems }: { problems: readonly TakingProblem[] }) {
  const { t } = useTranslation('attachments');
  return problems.map((problem) => (
    <Alert key={`${problem.code} ${problem.name}`} title={textOf(t, problem)} />
  ));
}
