import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { detectFileType } from '../../../domain/file-signature.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { addPhoto } from '../../db/drafts/scans.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { Alert } from '../../ui/alert.tsx';

/** Why a photo is not among the sheets. */
type TakingIssue = 'notPhoto' | 'unreadable' | 'notKept' | 'closed';

interface Taken {
  /** How many of the photos are on disk. */
  kept: number;
  problem: { code: TakingIssue; name: string } | null;
}

/** Keeps photos one after the other, each as a whole or not at all. Stops at the first photo that cannot be kept. */
async function keepPhotos(
  db: CitizenDatabase,
  draftId: string,
  photos: readonly File[],
  insteadOf?: string,
): Promise<Taken> {
  for (const [kept, photo] of photos.entries()) {
    const code = await keepPhoto(db, draftId, photo, insteadOf);
    if (code) return { kept, problem: { code, name: photo.name } };
  }
  return { kept: photos.length, problem: null };
}

async function keepPhoto(
  db: CitizenDatabase,
  draftId: string,
  photo: File,
  insteadOf?: string,
): Promise<TakingIssue | null> {
  const bytes = await photo.arrayBuffer().catch(() => null);
  if (!bytes) return 'unreadable';
  const type = detectFileType(new Uint8Array(bytes), photo.name);
  if (!type?.startsWith('image/')) return 'notPhoto';
  const isKept = await addPhoto(
    db,
    draftId,
    { id: crypto.randomUUID(), type, bytes },
    new Date(),
    insteadOf,
  ).catch(() => null);
  if (isKept === null) return 'notKept';
  return isKept ? null : 'closed';
}

export function useTaking(draftId: string) {
  const db = useDatabase();
  const [isTaking, setTaking] = useState(false);
  const [problem, setProblem] = useState<Taken['problem']>(null);

  const take = useCallback(
    async (photos: readonly File[], insteadOf?: string): Promise<Taken> => {
      setTaking(true);
      const taken = await whileUnderWay(keepPhotos(db, draftId, photos, insteadOf));
      setProblem(taken.problem);
      setTaking(false);
      return taken;
    },
    [db, draftId],
  );

  return { take, isTaking, problem };
}

/** Says why the last photo is not among the sheets; those before it stay. */
export function TakingProblem({ problem }: Pick<Taken, 'problem'>) {
  const { t } = useTranslation('attachments');
  return problem && <Alert title={t(`paper.problem.${problem.code}`, { name: problem.name })} />;
}
