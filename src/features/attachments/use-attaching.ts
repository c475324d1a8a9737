import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { announce } from '../../ui/live-region.tsx';
import { type AttachmentIssue, attachFiles, type OversizedPhoto } from './attach-files.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { namePasted } from './use-page-files.ts';

interface ReadingProgress {
  done: number;
  total: number;
}

interface Attaching {
  /** Null: nothing is being read. */
  progress: ReadingProgress | null;
  /** Photos of the last choice that are too big as they are. */
  oversized: OversizedPhoto[];
  attach: (files: File[]) => void;
  /** In the place of one that was too big. */
  attachSmaller: (photo: OversizedPhoto, smaller: File) => void;
  /** From the clipboard, where a picture has no name of its own. */
  attachPasted: (files: File[]) => void;
}

interface Choice {
  told?: 'added' | 'pasted';
  instead?: OversizedPhoto;
}

const NONE: OversizedPhoto[] = [];

export function useAttaching(draftId: string, onIssues: (issues: AttachmentIssue[]) => void): Attaching {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const [oversized, setOversized] = useState(NONE);
  /** One choice after the other, so that each is judged beside the files of the one before. */
  const last = useRef(Promise.resolve());

  const attachNow = useCallback(
    async (files: File[], { told = 'added', instead }: Choice) => {
      const total = files.length;
      setProgress({ done: 0, total });
      announce(t('reading'));
      const attached = await attachFiles(db, draftId, files, {
        now: new Date(),
        makeThumbnail,
        onProgress: (done) => setProgress({ done, total }),
      });
      setProgress(null);
      setOversized((shown) => (instead ? shown.filter(({ id }) => id !== instead.id) : attached.oversized));
      onIssues(attached.issues);
      if (attached.added > 0) announce(t(told, { count: attached.added }));
    },
    [db, draftId, onIssues, t],
  );

  const attachInTurn = useCallback(
    (files: File[], choice: Choice = {}) => {
      if (files.length === 0) return;
      last.current = last.current.then(() => attachNow(files, choice));
    },
    [attachNow],
  );

  const attach = useCallback((files: File[]) => attachInTurn(files), [attachInTurn]);
  const attachPasted = useCallback(
    (files: File[]) =>
      attachInTurn(
        files.map((file) => namePasted(file, t('pictureName'), new Date())),
        { told: 'pasted' },
      ),
    [attachInTurn, t],
  );

  const attachSmaller = useCallback(
    (photo: OversizedPhoto, smaller: File) => attachInTurn([smaller], { instead: photo }),
    [attachInTurn],
  );

  return { progress, oversized, attach, attachSmaller, attachPasted };
}
