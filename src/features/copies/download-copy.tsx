import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CopyScope } from '../../db/copies/copy-source.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { megabytes } from '../../lib/format-bytes.ts';
import { saveFile } from '../../lib/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

type DownloadState =
  | { status: 'idle' }
  | { status: 'working'; doneBytes: number; totalBytes: number }
  | { status: 'done'; name: string }
  | { status: 'failed' };

interface DownloadCopyProps {
  scope: CopyScope;
  /** Tells this button from its like on the same page. */
  what?: string;
}

/** **Descarregar cópia**, and what became of it. */
export function DownloadCopy({ scope, what }: DownloadCopyProps) {
  const { t } = useTranslation('copies');
  const { state, download } = useDownload(scope);
  const isWorking = state.status === 'working';
  return (
    <>
      <Button variant="secondary" type="button" icon={Download} busy={isWorking} onClick={download}>
        <span>
          {t('download')}
          {what && (
            <VisuallyHidden>
              {' '}
              <bdi>{what}</bdi>
            </VisuallyHidden>
          )}
        </span>
      </Button>
      {isWorking && state.totalBytes > 0 && (
        <ProgressBar
          label={t('downloading')}
          value={state.doneBytes}
          max={state.totalBytes}
          text={t('progress', { done: megabytes(state.doneBytes), total: megabytes(state.totalBytes) })}
        />
      )}
      {state.status === 'done' && <p>{t('downloaded', { name: state.name })}</p>}
      {state.status === 'failed' && <p>{t('downloadFailed')}</p>}
    </>
  );
}

function useDownload(scope: CopyScope) {
  const { t } = useTranslation('copies');
  const db = useDatabase();
  const [state, setState] = useState<DownloadState>({ status: 'idle' });

  async function makeAndSave() {
    setState({ status: 'working', doneBytes: 0, totalBytes: 0 });
    announce(t('downloading'));
    // Compressing is not needed before somebody asks for it.
    const { makeCopy } = await import('./make-copy.ts');
    const file = await makeCopy(db, {
      scope,
      now: new Date(),
      unsaved: readUnsavedWords(db.citizenId),
      onProgress: (doneBytes, totalBytes) => setState({ status: 'working', doneBytes, totalBytes }),
    });
    saveFile(file);
    setState({ status: 'done', name: file.name });
    announce(t('downloaded', { name: file.name }));
  }

  function fail() {
    setState({ status: 'failed' });
    announce(t('downloadFailed'), 'assertive');
  }

  return { state, download: () => void makeAndSave().catch(fail) };
}
