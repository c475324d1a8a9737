import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { useReadingProgress } from '../../parts/read-in-turn.ts';
import { useTellWhereLeft } from '../../parts/use-tell-where-left.ts';
import { announce } from '../../ui/live-region.tsx';
import { type AttachmentIssue, attachInTurn } from './attach-files.ts';
import type { PhotoCodec } from './photo-codec.ts';
import { namePasted } from './use-page-files.ts';

type Told = 'added' | 'pasted';

/** Choices of which each was made before the one before it was read. */
interface Overlapping {
  underWay: number;
  issues: AttachmentIssue[];
  /** How many of the issues the page has shown. */
  shown: number;
  fitted: string[];
}

export function useAttaching(
  draftId: string,
  codec: PhotoCodec,
  onIssues: (issues: AttachmentIssue[]) => void,
) {
  const { t } = useTranslation(['attachments', 'issues']);
  const db = useDatabase();
  const progress = useReadingProgress(draftId);
  const [fitted, setFitted] = useState<string[]>([]);
  const tellWhereLeft = useTellWhereLeft();
  const overlapping = useRef<Overlapping | null>(null);

  const attachNow = useCallback(
    async (files: File[], told: Told) => {
      announce(t('reading'));
      if (!overlapping.current?.underWay)
        overlapping.current = { underWay: 0, issues: [], shown: 0, fitted: [] };
      const all = overlapping.current;
      all.underWay += 1;
      const attached = await attachInTurn(db, draftId, files, codec);
      all.underWay -= 1;
      // Nobody has read yet what was wrong with a choice that ended a moment before.
      all.issues = [...all.issues, ...attached.issues];
      all.fitted = [...all.fitted, ...attached.fitted];
      setFitted(all.fitted);
      // The same issues said again would take the focus from what is being written.
      if (attached.issues.length > 0 || all.issues.length === 0) {
        const unsaid = all.issues.slice(all.shown);
        const texts = unsaid.map(({ code, params }) => t(`issues:${code}`, params ?? {}));
        if (!(await tellWhereLeft(db, draftId, texts))) {
          onIssues(all.issues);
          all.shown = all.issues.length;
        }
      }
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

  /** `progress` is null while no files are being read; `fitted` belongs to the last choice and those that it overlaps. */
  return { progress, fitted, attach, attachPasted };
}
