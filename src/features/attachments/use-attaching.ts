import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { announce } from '../../ui/live-region.tsx';
import { type AttachmentIssue, attachFiles, noneKept } from './attach-files.ts';
import type { PhotoCodec } from './photo-codec.ts';
import { namePasted } from './use-page-files.ts';

type Told = 'added' | 'pasted';

export function useAttaching(
  draftId: string,
  codec: PhotoCodec,
  onIssues: (issues: AttachmentIssue[]) => void,
) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [fitted, setFitted] = useState<string[]>([]);
  /** Choices of files are attached one after the other, so that each is checked together with the files of the one before. */
  const last = useRef(Promise.resolve());

  const attachNow = useCallback(
    async (files: File[], told: Told) => {
      const total = files.length;
      setProgress({ done: 0, total });
      announce(t('reading'));
      const attached = await attachFiles(db, draftId, files, {
        now: new Date(),
        codec,
        onProgress: (done) => setProgress({ done, total }),
      }).catch(() => noneKept(files));
      setProgress(null);
      setFitted(attached.fitted);
      onIssues(attached.issues);
      if (attached.added > 0) announce(t(told, { count: attached.added }));
    },
    [db, draftId, codec, onIssues, t],
  );

  const attach = useCallback(
    (files: File[], told: Told = 'added') => {
      if (files.length === 0) return;
      last.current = whileUnderWay(last.current.then(() => attachNow(files, told)));
    },
    [attachNow],
  );

  const attachPasted = useCallback(
    (files: File[]) => {
      const named = files.map((file) => namePasted(file, t('pictureName'), new Date()));
      attach(named, 'pasted');
    },
    [attach, t],
  );

  /** `progress` is null while no files are being read; `fitted` belongs to the last choice. */
  return { progress, fitted, attach, attachPasted };
}
