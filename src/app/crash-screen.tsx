import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { Stack } from '../ui/stack.tsx';
import styles from './crash-screen.module.css';
import { exportDrafts } from './export-drafts.ts';

/** The last resort: hands out the drafts as a file and clears nothing. */
export function CrashScreen() {
  const { t } = useTranslation('common');
  const [draftsUrl, setDraftsUrl] = useState<string>();

  useEffect(() => {
    let url: string | undefined;
    exportDrafts(new Date()).then(
      (file) => {
        if (file) url = URL.createObjectURL(file);
        setDraftsUrl(url);
      },
      // Without a database to read there is no file to offer, and the screen says the rest.
      () => setDraftsUrl(undefined),
    );
    return () => {
      if (url) URL.revokeObjectURL(url);
    };
  }, []);

  return (
    <main className={styles.screen}>
      <title>{t('pageTitle', { page: t('crash.heading') })}</title>
      <h1>{t('crash.heading')}</h1>
      <Stack gap={3}>
        <p>{t('crash.text')}</p>
        {draftsUrl && (
          <p>
            <a className={buttonClass('secondary')} href={draftsUrl} download="e-clic-rascunhos.json">
              {t('crash.download')}
            </a>
          </p>
        )}
        <p>
          <a className={buttonClass('primary')} href="/">
            {t('crash.reopen')}
          </a>
        </p>
      </Stack>
    </main>
  );
}
