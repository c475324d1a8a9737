import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { nameStartImage } from '../../lib/start-image.ts';
import styles from './home-screen-steps.module.css';

/** Explains in words and drawings how to add a site to the home screen of an iPhone or iPad. */
export function HomeScreenSteps() {
  const { t } = useTranslation('install');
  useEffect(() => nameStartImage(), []);
  return (
    <ol className={styles.steps}>
      <li>
        <p>{t('steps.share')}</p>
        <Drawing>
          <path d="M40 56v30h40V56M60 70V30M48 42l12-12 12 12" />
        </Drawing>
      </li>
      <li>
        <p>{t('steps.choose')}</p>
        <Drawing>
          <path className={styles.muted} d="M22 34h48M22 88h48" />
          <path d="M22 61h40M82 51h20v20H82zM92 56v10M87 61h10" />
        </Drawing>
      </li>
      <li>
        <p>{t('steps.add')}</p>
        <Drawing>
          <path className={styles.muted} d="M24 28h20v20H24zM76 28h20v20H76zM24 70h20v20H24z" />
          <path className={styles.icon} d="M76 70h20v20H76z" />
          <path className={styles.onIcon} d="M80 81h11a5 5 0 1 0-1.6 3.7" />
        </Drawing>
      </li>
    </ol>
  );
}

/** A drawing of what the words beside it say; it is hidden from screen readers. */
function Drawing({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 120 116" aria-hidden="true" focusable="false" className={styles.drawing}>
      <rect className={styles.frame} x="10" y="10" width="100" height="96" rx="14" />
      {children}
    </svg>
  );
}
