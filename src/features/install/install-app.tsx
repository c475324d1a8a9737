import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeInstallPrompt } from '../../lib/install-prompt.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { HomeScreenSteps } from './home-screen-steps.tsx';
import { useInstallWay } from './install-way.ts';
import { StaysBehind } from './stays-behind.tsx';

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

  if (answer) return <p>{t(`answer.${answer}`)}</p>;
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
