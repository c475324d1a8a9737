import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { showNotice } from '../../state/notices.ts';
import { announce } from '../../ui/live-region.tsx';
import { type AttachmentIssue, attachFiles, noneKept } from './attach-files.ts';
import type { PhotoCodec } from './photo-codec.ts';
import { noteReading, useReadingProgress } from './reading-progress.ts';
import { namePasted } from './use-page-files.ts';

type Told = 'added' | 'pasted';

/** Choices of files are attached one after the other, so that each is checked together with the files of the one before. */
let last = Promise.resolve();

/**
 * Whether a notice may name files whose step was left. That of a deleted draft stays, with its way back; and a closed database is that of a citizen who has
 * signed out.
 */
function mayTell(db: CitizenDatabase, draftId: string): Promise<boolean> {
  return readDraft(db, draftId).then(
    (draft) => draft?.deletedAt == null,
    () => false,
  );
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
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  const attachNow = useCallback(
    async (files: File[], told: Told) => {
      const total = files.length;
      noteReading(draftId, { done: 0, total });
      announce(t('reading'));
      const attached = await attachFiles(db, draftId, files, {
        now: new Date(),
        codec,
        onProgress: (done) => noteReading(draftId, { done, total }),
      }).catch(() => noneKept(files));
      noteReading(draftId, null);
      setFitted(attached.fitted);
      if (isShown.current) onIssues(attached.issues);
      else if (attached.issues.length > 0 && (await mayTell(db, draftId))) {
        const texts = attached.issues.map(({ code, params }) => t(`issues:${code}`, params ?? {}));
        const sentences = new Set(texts.map((text) => text.replace(/\.?$/, '.')));
        const politeness = 'assertive';
        showNotice({ text: [...sentences].join(' '), politeness });
      }
      if (attached.added > 0) announce(t(told, { count: attached.added }));
    },
    [db, draftId, codec, onIssues, t],
  );

  const attach = useCallback(
    (files: File[], told: Told = 'added') => {
      if (files.length === 0) return;
      last = whileUnderWay(last.then(() => attachNow(files, told)));
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
