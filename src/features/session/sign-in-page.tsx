import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { GuestStart } from './guest-start.tsx';
import { PasswordForm } from './password-form.tsx';
import styles from './sign-in.module.css';
import { SignInFrame } from './sign-in-frame.tsx';
import { SignInHelp } from './sign-in-help.tsx';
import { useAttempt } from './use-attempt.ts';
import { useSignIn } from './use-sign-in.ts';

interface SignInPageProps {
  returnPath: string | null;
  onCodeSent: () => Promise<void>;
  /** In demo mode: the accounts that can be used, given a way to fill the form. */
  demoAccounts?: (fill: (niss: string, password: string) => void) => ReactNode;
  goTo?: (url: string) => void;
}

function leaveTo(url: string): void {
  window.location.assign(url);
}

export function SignInPage({ returnPath, onCodeSent, demoAccounts, goTo = leaveTo }: SignInPageProps) {
  const { t } = useTranslation('session');
  const attempt = useAttempt();
  const signIn = useSignIn({ returnPath, onCodeSent, goTo });

  return (
    <SignInFrame heading={t('signIn.heading')} issues={attempt.issues} tries={attempt.tries} width="wide">
      <Stack gap={2}>
        <p>{t('signIn.whatIsEclic')}</p>
        <p>{t('signIn.notHere')}</p>
      </Stack>
      <div className={styles.ways}>
        <Stack gap={2}>
          <h2>{t('signIn.cmdHeading')}</h2>
          <p>{t('signIn.cmdText')}</p>
          <p>
            <Button
              id="sign-in-cmd"
              variant="primary"
              type="button"
              busy={attempt.isBusy}
              onClick={() => void attempt.run(signIn.signInWithCmd)}
            >
              {t('signIn.cmd')}
            </Button>
          </p>
        </Stack>
        <PasswordForm
          values={signIn.values}
          onChange={signIn.change}
          issues={attempt.issues}
          isBusy={attempt.isBusy}
          onSubmit={() => void attempt.run(signIn.signInWithPassword)}
        />
      </div>
      <SignInHelp />
      <GuestStart />
      {demoAccounts?.((niss, password) => signIn.change({ niss, password }))}
    </SignInFrame>
  );
}
