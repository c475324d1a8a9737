import { useLocation } from '@tanstack/react-router';
import { Download, RefreshCw, X } from 'lucide-react';
import { useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../db/database-context.ts';
import { endTrouble, readTrouble, type StorageTrouble, subscribeToTrouble } from '../db/storage-trouble.ts';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { downloadDrafts } from './export-drafts.ts';

/** Stands under the header for as long as this device does not keep what is written. */
export function StorageNotice() {
  const trouble = useSyncExternalStore(subscribeToTrouble, readTrouble);
  return trouble && <Trouble key={trouble} trouble={trouble} />;
}

function Trouble({ trouble }: { trouble: StorageTrouble }) {
  const { t } = useTranslation('common');
  const sentence = t(`storage.${trouble}`);
  const isOtherTab = trouble === 'blocked' || trouble === 'outdated';

  useEffect(() => announce(sentence, 'assertive'), [sentence]);

  return (
    <Notice tone={isOtherTab ? 'warning' : 'danger'}>
      <p>{sentence}</p>
      {trouble === 'outdated' && (
        <Button variant="secondary" type="button" icon={RefreshCw} onClick={() => location.reload()}>
          {t('storage.reload')}
        </Button>
      )}
      {!isOtherTab && <DownloadAll />}
      {trouble === 'wiped' && (
        <Button variant="quiet" type="button" icon={X} onClick={() => endTrouble('wiped')}>
          {t('close')}
        </Button>
      )}
    </Notice>
  );
}

type Stage = 'ready' | 'downloading' | 'nothing' | 'downloadFailed';

function DownloadAll() {
  const { t } = useTranslation('common');
  const [stage, setStage] = useState<Stage>('ready');
  const hasDatabase = useContext(DatabaseContext) !== null;
  const pathname = useLocation({ select: (location) => location.pathname });
  // *Definições* has the same button; two of one name would be one too many.
  if (hasDatabase && pathname === '/definicoes') return null;

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
