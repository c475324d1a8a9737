import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import styles from './crash-screen.module.css';

type Stage = 'ready' | 'downloading' | 'nothing' | 'downloadFailed';

/** The screen of last resort: it offers the drafts as a file and clears nothing. */
export function CrashScreen() {
  const { t } = useTranslation('common');
  const [stage, setStage] = useState<Stage>('ready');

  async function download() {
    setStage('downloading');
    const { downloadDrafts } = await import('../device/export-drafts.ts');
    setStage((await downloadDrafts(new Date())) ? 'ready' : 'nothing');
  }

  return (
    <main className={styles.screen}>
      <title>{t('pageTitle', { page: t('crash.heading') })}</title>
      <h1>{t('crash.heading')}</h1>
      <Stack gap={3}>
        <p>{t('crash.text')}</p>
        <p>
          <Button
            variant="secondary"
            type="button"
            busy={stage === 'downloading'}
            onClick={() => void download().catch(() => setStage('downloadFailed'))}
          >
            {t('crash.download')}
          </Button>
        </p>
        <p role="status">{stage === 'ready' ? '' : t(`storage.${stage}`)}</p>
        <p>
          <a className={buttonClass('primary')} href={`${import.meta.env.BASE_PATH}/`}>
            {t('crash.reopen')}
          </a>
        </p>
      </Stack>
    </main>
  );
}
