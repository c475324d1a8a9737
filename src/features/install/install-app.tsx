import { Download } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { takeInstallPrompt } from '../../lib/install-prompt.ts';
import { nameStartImage } from '../../lib/start-image.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { Cluster } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeLostFocus } from '../../ui/use-focus-on.ts';
import styles from './home-screen-steps.module.css';
import { useInstallWay } from './install-way.ts';

interface InstallAppProps {
  /** Called when the citizen has answered the browser's question. */
  onAnswered?: () => void;
}

/** **Instalar o e-Clic**, in the way that this browser has. */
function InstallApp({ onAnswered }: InstallAppProps) {
  const { t } = useTranslation('install');
  const way = useInstallWay();
  const [answer, setAnswer] = useState<'accepted' | 'dismissed' | null>(null);

  async function ask() {
    const prompt = takeInstallPrompt();
    if (!prompt) return;
    const { outcome } = await prompt.prompt();
    setAnswer(outcome);
    announce(t(`answer.${outcome}`));
    onAnswered?.();
  }

  if (answer)
    return (
      <p ref={takeLostFocus} tabIndex={-1}>
        {t(`answer.${answer}`)}
      </p>
    );
  switch (way) {
    case 'installed':
      return <p>{t('installed')}</p>;
    case 'prompt':
      return (
        <Button variant="secondary" type="button" icon={Download} onClick={() => void ask()}>
          {t('install')}
        </Button>
      );
    case 'steps':
      return (
        <>
          <StaysBehind />
          <HomeScreenSteps />
        </>
      );
    case 'unknown':
      return <p>{t('unknown')}</p>;
  }
}

/** Offers **Instalar o e-Clic** once, after the first submission. */
export function InstallOffer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('install');
  const way = useInstallWay();
  const notNow = (
    <Button variant="quiet" type="button" onClick={onDone}>
      {t('notNow')}
    </Button>
  );
  return (
    <div ref={handFocusOn}>
      <p>{t('why')}</p>
      {way === 'steps' ? (
        <>
          <Details summary={t('install')}>
            <InstallApp />
          </Details>
          {notNow}
        </>
      ) : (
        <Cluster>
          <InstallApp onAnswered={onDone} />
          {notNow}
        </Cluster>
      )}
    </div>
  );
}

/** **Instalar o e-Clic** in the settings. */
export function InstallSetting() {
  const { t } = useTranslation('install');
  return (
    <>
      <p>{t('why')}</p>
      <InstallApp />
    </>
  );
}

/** Says which data of this browser the app will not have: on an iPhone or iPad, an app on the home screen has storage apart from the browser's. */
function StaysBehind() {
  const { t } = useTranslation('install');
  const db = useContext(DatabaseContext);
  return (
    <>
      <p>{t('apart.text')}</p>
      {db && <OnlyHere />}
    </>
  );
}

function OnlyHere() {
  const { t } = useTranslation(['install', 'session']);
  const kept = useQuery(readLocalData);
  if (!kept) return null;
  const { onlyHere, waiting } = kept;
  if (onlyHere.length + waiting === 0) return <p>{t('apart.nothing')}</p>;
  return (
    <Notice tone="warning" title={t('apart.first')}>
      {onlyHere.length > 0 && (
        <>
          <p>{t('apart.drafts', { count: onlyHere.length })}</p>
          <NamedDrafts drafts={onlyHere} />
        </>
      )}
      {waiting > 0 && <p>{t('apart.waiting', { count: waiting })}</p>}
    </Notice>
  );
}

/** Explains in words and drawings how to add a site to the home screen of an iPhone or iPad. */
function HomeScreenSteps() {
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
    <svg viewBox="0 0 120 116" aria-hidden="true" className={styles.drawing}>
      <rect className={styles.frame} x="10" y="10" width="100" height="96" rx="14" />
      {children}
    </svg>
  );
}
