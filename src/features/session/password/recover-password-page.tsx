import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNiss } from '../../../../domain/niss.ts';
import { startRecovery } from '../../../api/account-calls.ts';
import { useApi } from '../../../api/api-context.ts';
import { ADDRESSES } from '../../../parts/addresses.ts';
import { type Attempt, AttemptPage, useAttempt } from '../../../parts/attempt-page.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Cluster, Stack } from '../../../ui/layout.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { takeLostFocus } from '../../../ui/use-focus-on.ts';
import { isSharedHere } from '../pending-sign-in.ts';
import { NISS_ISSUES } from '../sign-in-issue.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordDone } from './password-done.tsx';
import { issueAt, type PasswordIssue, usePasswordIssueText } from './password-issue.ts';

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

interface RecoveryNissFormProps {
  /** Whether another step was shown before this one. */
  isAgain: boolean;
  niss: string;
  onChange: (niss: string) => void;
  attempt: Attempt<PasswordIssue>;
  onAsked: () => void;
  onHasCode: () => void;
}

/** Asks whose password it is. The answer has the same words whether or not anybody has the NISS. */
function RecoveryNissForm(props: RecoveryNissFormProps) {
  const { isAgain, niss, onChange, attempt, onAsked, onHasCode } = props;
  const { t } = useTranslation(['password', 'session']);
  const api = useApi();

  async function ask(): Promise<PasswordIssue[]> {
    const parsed = parseNiss(niss);
    if (!parsed.ok) return [{ target: 'niss', shared: { code: NISS_ISSUES[parsed.error] } }];
    const outcome = await startRecovery(api, parsed.value);
    if (outcome.kind !== 'accepted') return [issueAt(outcome, 'niss', 'send-code')];
    announce(t('recover.sent'));
    onAsked();
    return [];
  }

  return (
    <form method="post" noValidate onSubmit={attempt.onSubmit(ask)}>
      <Stack>
        <p ref={isAgain ? takeLostFocus : undefined} tabIndex={-1}>
          {t('recover.text')}
        </p>
        <TextField
          id="niss"
          name="niss"
          label={t('session:signIn.niss')}
          hint={t('session:signIn.nissHint')}
          width="niss"
          inputMode="numeric"
          autoComplete={isSharedHere() ? 'off' : 'username'}
          value={niss}
          error={attempt.errorAt('niss')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Cluster>
          <Button id="send-code" variant="primary" type="submit" busy={attempt.isBusy}>
            {t('recover.send')}
          </Button>
          <Button variant="secondary" type="button" onClick={onHasCode}>
            {t('recover.hasCode')}
          </Button>
        </Cluster>
        <p>{t('recover.otherwise')}</p>
      </Stack>
    </form>
  );
}
