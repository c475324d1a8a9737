import { Download } from 'lucide-react';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { takeInstallPrompt } from '../../lib/install-prompt.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { takeLostFocus } from '../../ui/take-lost-focus.ts';
import { HomeScreenSteps } from './home-screen-steps.tsx';
import { useInstallWay } from './install-way.ts';

interface InstallAppProps {
  /** Called when the citizen has answered the browser's question. */
  onAnswered?: () => void;
}

/** **Instalar o e-Clic**, in the way that this browser has. */
export function InstallApp({ onAnswered }: InstallAppProps) {
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
