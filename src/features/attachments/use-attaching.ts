import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/database-context.ts';
import { announce } from '../../ui/live-region.tsx';
import { attachFiles } from './attach-files.ts';
import type { AttachmentIssue } from './attachment-issue.ts';
import { makeThumbnail } from './make-thumbnail.ts';

export interface ReadingProgress {
  done: number;
  total: number;
}

interface Attaching {
  /** Null: nothing is being read. */
  progress: ReadingProgress | null;
  attach: (files: File[]) => void;
}

export function useAttaching(draftId: string, onIssues: (issues: AttachmentIssue[]) => void): Attaching {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  /** One choice after the other, so that each is judged beside the files of the one before. */
  const last = useRef(Promise.resolve());

  const attachNow = useCallback(
    async (files: File[]) => {
      const total = files.length;
      setProgress({ done: 0, total });
      announce(t('reading'));
      const { added, issues } = await attachFiles(db, draftId, files, {
        now: new Date(),
        makeThumbnail,
        onProgress: (done) => setProgress({ done, total }),
      });
      setProgress(null);
      onIssues(issues);
      if (added > 0) announce(t('added', { count: added }));
    },
    [db, draftId, onIssues, t],
  );

  const attach = useCallback(
    (files: File[]) => {
      if (files.length === 0) return;
      last.current = last.current.then(() => attachNow(files));
    },
    [attachNow],
  );

  return { progress, attach };
}
