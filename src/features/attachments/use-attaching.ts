import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { announce } from '../../ui/live-region.tsx';
import type { AttachmentIssue } from './attach-files.ts';
import { attachInTurn } from './attach-in-turn.ts';
import type { PhotoCodec } from './photo-codec.ts';
import { useReadingProgress } from './reading-progress.ts';
import { namePasted } from './use-page-files.ts';
import { useTellWhereLeft } from './use-tell-where-left.ts';

type Told = 'added' | 'pasted';

export function useAttaching(
  draftId: string,
  codec: PhotoCodec,
  onIssues: (issues: AttachmentIssue[]) => void,
) {
  const { t } = useTranslation('attachments');
  const db = useDatabase();
  const progress = useReadingProgress(draftId);
  const [fitted, setFitted] = useState<string[]>([]);
  const tellWhereLeft = useTellWhereLeft();

  const attachNow = useCallback(
    async (files: File[], told: Told) => {
      announce(t('reading'));
      const attached = await attachInTurn(db, draftId, files, codec);
      setFitted(attached.fitted);
      if (!(await tellWhereLeft(db, draftId, attached.issues))) onIssues(attached.issues);
      if (attached.added > 0) announce(t(told, { count: attached.added }));
    },
    [db, draftId, codec, onIssues, tellWhereLeft, t],
  );

  const attach = useCallback(
    (files: File[], told: Told = 'added') => {
      if (files.length > 0) void whileUnderWay(attachNow(files, told));
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
