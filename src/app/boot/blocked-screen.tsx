import { useTranslation } from 'react-i18next';
import styles from './crash-screen.module.css';

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
