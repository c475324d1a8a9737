import { useLocation } from '@tanstack/react-router';
import { Download, RefreshCw, X } from 'lucide-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { endTrouble, type StorageTrouble } from '../../db/core/storage-trouble.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { downloadDrafts } from '../device/export-drafts.ts';
import { useDraftsDownload } from '../device/use-drafts-download.ts';

export function StorageActions({ trouble }: { trouble: StorageTrouble }) {
  const { t } = useTranslation('common');
  if (trouble === 'outdated') {
    return (
      <Button variant="secondary" type="button" icon={RefreshCw} onClick={() => location.reload()}>
        {t('storage.reload')}
      </Button>
    );
  }
  return (
    <>
      <DownloadAll />
      {trouble === 'wiped' && (
        <Button ref={handFocusOn} variant="quiet" type="button" icon={X} onClick={() => endTrouble('wiped')}>
          {t('close')}
        </Button>
      )}
    </>
  );
}

function DownloadAll() {
  const { t } = useTranslation('common');
  const { stage, download } = useDraftsDownload(downloadDrafts);
  const hasDatabase = useContext(DatabaseContext) !== null;
  const pathname = useLocation({ select: (location) => location.pathname });
  // *Definições* has the same button; a second one of that name would be one too many.
  if (hasDatabase && pathname === ADDRESSES.settings) return null;

  return (
    <>
      <Button
        variant="secondary"
        type="button"
        icon={Download}
        busy={stage === 'downloading'}
        onClick={download}
      >
        {t('storage.download')}
      </Button>
      {stage !== 'ready' && <p>{t(`storage.${stage}`)}</p>}
    </>
  );
}
