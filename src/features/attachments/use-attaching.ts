import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { announce } from '../../ui/live-region.tsx';
import { type AttachmentIssue, attachFiles, noneKept, type OversizedPhoto } from './attach-files.ts';
import { makeThumbnail } from './photo-codec.ts';
import { namePasted } from './use-page-files.ts';

interface Choice {
  told?: 'added' | 'pasted';
  /** The refused photo that these files replace. */
  instead?: OversizedPhoto;
}

export function useAttaching(draftId: string, onIssues: (issues: AttachmentIssue[]) => void) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [oversized, setOversized] = useState<OversizedPhoto[]>([]);
  /** Attaches one choice after the other, so that each is judged together with the files of the previous one. */
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
      }).catch(() => noneKept(files));
      setProgress(null);
      setOversized((shown) => (instead ? shown.filter(({ id }) => id !== instead.id) : attached.oversized));
      onIssues(attached.issues);
      if (attached.added > 0) announce(t(told, { count: attached.added }));
    },
    [db, draftId, onIssues, t],
  );

  const attach = useCallback(
    (files: File[], choice: Choice = {}) => {
      if (files.length === 0) return;
      last.current = last.current.then(() => attachNow(files, choice));
    },
    [attachNow],
  );

  const attachPasted = useCallback(
    (files: File[]) => {
      const named = files.map((file) => namePasted(file, t('pictureName'), new Date()));
      attach(named, { told: 'pasted' });
    },
    [attach, t],
  );

  /** `progress` is null while nothing is being read; `oversized` are of the last choice. */
  return { progress, oversized, attach, attachPasted };
}
