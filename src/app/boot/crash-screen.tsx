import { useTranslation } from 'react-i18next';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useDraftsDownload } from '../device/use-drafts-download.ts';
import styles from './crash-screen.module.css';

/** The screen of last resort: it offers the drafts as a file and clears nothing. */
export function CrashScreen() {
  const { t } = useTranslation('common');
  const { stage, download } = useDraftsDownload(async (now) =>
    (await import('../device/export-drafts.ts')).downloadDrafts(now),
  );

  return (
    <main className={styles.screen}>
      <title>{t('pageTitle', { page: t('crash.heading') })}</title>
      <h1>{t('crash.heading')}</h1>
      <Stack>
        <p>{t(isMemoryOnly() ? 'crash.textMemoryOnly' : 'crash.text')}</p>
        <p>
          <Button variant="secondary" type="button" busy={stage === 'downloading'} onClick={download}>
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

/** The screen shown while an older tab keeps the database from being opened. The app takes its place by itself once that tab is closed. */
export function BlockedScreen() {
  const { t } = useTranslation('common');
  const heading = t('storage.blockedHeading');
  return (
    <main className={styles.screen}>
      <title>{t('pageTitle', { page: heading })}</title>
      <h1>{heading}</h1>
      <p role="alert">{t('storage.blocked')}</p>
    </main>
  );
}
