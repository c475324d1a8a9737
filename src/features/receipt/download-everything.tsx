import { FolderDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { DownloadLine, useDownload } from '../../parts/use-download.tsx';
import { usePartSize } from '../../parts/use-file-size.ts';
import { ProgressBar } from '../../ui/bar.tsx';
import { Button } from '../../ui/button.tsx';
import type { ZipProgress } from './make-request-zip.ts';

/** **Descarregar tudo (ZIP)**: the request as PDF and JSON, with its attachments. Attachments that are not on this device are fetched first. */
export function DownloadEverything({ requestId }: { requestId: string }) {
  const { t } = useTranslation('receipt');
  const db = useDatabase();
  const partSize = usePartSize();
  const [missing, setMissing] = useState<string[]>([]);

  async function make(onProgress: (progress: ZipProgress) => void) {
    setMissing([]);
    const { makeRequestZip } = await import('./make-request-zip.ts');
    const zip = await makeRequestZip(db, requestId, new Date(), onProgress);
    setMissing(zip.missing);
    return zip;
  }

  const download = useDownload({
    make,
    words: {
      working: t('everything.working'),
      done: (name) => t('everything.done', { name }),
      failed: t('everything.failed'),
    },
  });
  const { status, progress } = download;
  return (
    <>
      <Button
        variant="quiet"
        type="button"
        icon={FolderDown}
        busy={status === 'working'}
        onClick={download.start}
      >
        {t('everything.download')}
      </Button>
      {progress ? (
        <ProgressBar
          label={t(progress.phase === 'fetching' ? 'everything.fetching' : 'everything.working')}
          value={progress.doneBytes}
          max={progress.totalBytes}
          text={t('everything.progress', partSize(progress.doneBytes, progress.totalBytes))}
        />
      ) : (
        <DownloadLine {...download} />
      )}
      {status === 'done' && missing.length > 0 && (
        <p>
          {t('everything.missing', {
            count: missing.length,
            names: missing.map((name) => `«${name}»`).join(', '),
          })}
        </p>
      )}
    </>
  );
}
