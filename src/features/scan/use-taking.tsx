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
  problems: readonly { code: TakingIssue; name: string }[];
}

/** These are of the device or the draft: the next photo would fare no better. */
const FINAL: readonly TakingIssue[] = ['notKept', 'closed'];

/** Keeps photos one after the other, each as a whole or not at all. */
async function keepPhotos(
  db: CitizenDatabase,
  draftId: string,
  photos: readonly File[],
  insteadOf?: string,
): Promise<Taken> {
  const problems: { code: TakingIssue; name: string }[] = [];
  let kept = 0;
  for (const photo of photos) {
    const code = await keepPhoto(db, draftId, photo, insteadOf);
    if (code) problems.push({ code, name: photo.name });
    else kept += 1;
    if (code && FINAL.includes(code)) break;
  }
  return { kept, problems };
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
  const [problems, setProblems] = useState<Taken['problems']>([]);

  const take = useCallback(
    async (photos: readonly File[], insteadOf?: string): Promise<Taken> => {
      setTaking(true);
      const taken = await whileUnderWay(keepPhotos(db, draftId, photos, insteadOf));
      setProblems(taken.problems);
      setTaking(false);
      return taken;
    },
    [db, draftId],
  );

  return { take, isTaking, problems };
}

/** Says of each photo why it is not among the sheets; the others are. */
export function TakingProblems({ problems }: Pick<Taken, 'problems'>) {
  const { t } = useTranslation('attachments');
  return problems.map(({ code, name }) => (
    <Alert key={`${code} ${name}`} title={t(`paper.problem.${code}`, { name })} />
  ));
}
