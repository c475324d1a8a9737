import { useLocation } from '@tanstack/react-router';
import { Download, RefreshCw, X } from 'lucide-react';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { endTrouble, type StorageTrouble } from '../../db/core/storage-trouble.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { downloadDrafts } from '../device/export-drafts.ts';

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

type Stage = 'ready' | 'downloading' | 'nothing' | 'downloadFailed';

function DownloadAll() {
  const { t } = useTranslation('common');
  const [stage, setStage] = useState<Stage>('ready');
  const hasDatabase = useContext(DatabaseContext) !== null;
  const pathname = useLocation({ select: (location) => location.pathname });
  // *Definições* has the same button; a second one of that name would be one too many.
  if (hasDatabase && pathname === ADDRESSES.settings) return null;

  async function download() {
    setStage('downloading');
    setStage((await downloadDrafts(new Date())) ? 'ready' : 'nothing');
  }

  return (
    <>
      <Button
        variant="secondary"
        type="button"
        icon={Download}
        busy={stage === 'downloading'}
        onClick={() => void download().catch(() => setStage('downloadFailed'))}
      >
        {t('storage.download')}
      </Button>
      {stage !== 'ready' && <p>{t(`storage.${stage}`)}</p>}
    </>
  );
}
