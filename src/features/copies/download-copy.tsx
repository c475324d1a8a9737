import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CopyScope } from '../../db/copies/copy-source.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { DownloadLine, useDownload } from '../../parts/use-download.tsx';
import { usePartSize } from '../../parts/use-file-size.ts';
import { ProgressBar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';

interface DownloadCopyProps {
  scope: CopyScope;
  /** The name of the copied request, for pages that have several of these buttons. */
  what?: string;
}

/** **Descarregar cópia**, with a line that says how the download ended. */
export function DownloadCopy({ scope, what }: DownloadCopyProps) {
  const { t } = useTranslation('copies');
  const db = useDatabase();
  const partSize = usePartSize();
  const { progress, ...download } = useDownload({
    async make(onProgress) {
      // The code that compresses is loaded only when a copy is wanted.
      const { makeCopy } = await import('./make-copy.ts');
      return makeCopy(db, {
        scope,
        now: new Date(),
        unsaved: readUnsavedWords(db.citizenId),
        onProgress: (doneBytes, totalBytes) => onProgress({ doneBytes, totalBytes }),
      });
    },
    words: {
      working: t('downloading'),
      done: (name) => t('downloaded', { name }),
      failed: t('downloadFailed'),
    },
  });
  return (
    <>
      <Button
        variant="secondary"
        type="button"
        icon={Download}
        busy={download.status === 'working'}
        onClick={download.start}
      >
        <span>
          {t('download')}
          {what && <HiddenName>{what}</HiddenName>}
        </span>
      </Button>
      {progress ? (
        <ProgressBar
          label={t('downloading')}
          value={progress.doneBytes}
          max={progress.totalBytes}
          text={t('progress', partSize(progress.doneBytes, progress.totalBytes))}
        />
      ) : (
        <DownloadLine {...download} />
      )}
    </>
  );
}
