import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { AttemptPage, useAttempt } from '../../../parts/attempt-page.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordDone } from './password-done.tsx';
import { usePasswordIssueText } from './password-issue.ts';
import { RecoveryNissForm } from './recovery-niss-form.tsx';

/**
 * `typing` is for citizens who already have a code, for example if they closed the page while they read their mail. `again` is the first step after a later
 * one: its text takes the focus that was lost with that step.
 */
type Step = 'asking' | 'again' | 'sent' | 'typing' | 'done';

/** **Recuperar palavra-chave**: asks for a code by e-mail and then for a new password. */
export function RecoverPasswordPage() {
  const { t } = useTranslation('password');
  const attempt = useAttempt(usePasswordIssueText());
  const [step, setStep] = useState<Step>('asking');
  const [niss, setNiss] = useState('');

  /** Goes to a step and clears the issues of the one before. */
  function goTo(next: Step): void {
    void attempt.run(async () => {
      setStep(next);
      return [];
    });
  }

  return (
    <AttemptPage
      heading={t('recover.heading')}
      attempt={attempt}
      before={<Link to={ADDRESSES.signIn}>{t('recover.back')}</Link>}
    >
      {step === 'done' && (
        <PasswordDone text={t('recover.done')}>
          <Link to={ADDRESSES.signIn} className={buttonClass('primary')}>
            {t('recover.signIn')}
          </Link>
        </PasswordDone>
      )}
      {(step === 'asking' || step === 'again') && (
        <RecoveryNissForm
          isAgain={step === 'again'}
          niss={niss}
          onChange={setNiss}
          attempt={attempt}
          onAsked={() => setStep('sent')}
          onHasCode={() => goTo('typing')}
        />
      )}
      {(step === 'sent' || step === 'typing') && (
        <CodeForm
          isJustSent={step === 'sent'}
          attempt={attempt}
          onDone={() => setStep('done')}
          onAgain={() => goTo('again')}
          onNothingWaits={() => setStep('again')}
        />
      )}
    </AttemptPage>
  );
}
