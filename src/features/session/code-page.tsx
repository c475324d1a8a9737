import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, SignedInSession } from '../../../contract/types.ts';
import { useApi } from '../../api/api-context.ts';
import { confirmCode, sendNewCode } from '../../api/sign-in-calls.ts';
import { AttemptPage, useAttempt } from '../../parts/attempt-page.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPendingSignIn, wayBack } from './pending-sign-in.ts';
import { type FieldIssue, isOfNoField, issueOfFailure, useIssueText } from './sign-in-issue.ts';

interface CodePageProps {
  onSignedIn: (session: SignedInSession) => Promise<void>;
  /** The masked contact to which the code was sent; null when the server could not be asked. */
  sentTo: Contact | null;
}

export function CodePage({ sentTo, onSignedIn }: CodePageProps) {
  const { t } = useTranslation('session');
  const attempt = useAttempt<FieldIssue>(useIssueText());
  const { isBusy, run } = attempt;
  const { code, setCode, newCodeSentTo, confirm, askForAnother } = useCode(onSignedIn);
  const [{ shared }] = useState(readPendingSignIn);
  const sentAgain = newCodeSentTo && t(`code.sentAgain.${newCodeSentTo.channel}`, newCodeSentTo);

  // Announced for each code that was sent, even if the sentence is the same.
  useEffect(() => {
    if (newCodeSentTo && sentAgain) announce(sentAgain);
  }, [newCodeSentTo, sentAgain]);

  return (
    <AttemptPage
      heading={t('code.heading')}
      attempt={attempt}
      before={
        // Only with a `tabIndex` does the error summary find it.
        <Link {...wayBack()} id="sign-in-again" tabIndex={0}>
          {t('code.back')}
        </Link>
      }
    >
      {sentTo && !sentAgain && <p>{t(`code.sentTo.${sentTo.channel}`, sentTo)}</p>}
      {sentAgain && <Notice tone="success" title={sentAgain} />}
      <form noValidate onSubmit={attempt.onSubmit(confirm)}>
        <Stack>
          <TextField
            id="code"
            name="code"
            label={t('code.heading')}
            hint={t('code.hint')}
            width="code"
            inputMode="numeric"
            autoComplete={shared ? 'off' : 'one-time-code'}
            value={code}
            error={attempt.errorAt('code')}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Cluster>
            <Button id="confirm-code" variant="primary" type="submit" busy={isBusy}>
              {t('code.confirm')}
            </Button>
            <Button
              id="new-code"
              variant="secondary"
              type="button"
              busy={isBusy}
              onClick={() => void run(askForAnother)}
            >
              {t('code.another')}
            </Button>
          </Cluster>
        </Stack>
      </form>
    </AttemptPage>
  );
}

/** The second step of signing in: confirms the code or asks for another one. */
function useCode(onSignedIn: CodePageProps['onSignedIn']) {
  const api = useApi();
  const [code, setCode] = useState('');
  const [newCodeSentTo, setNewCodeSentTo] = useState<Contact | null>(null);

  function failed(
    outcome: Parameters<typeof issueOfFailure>[0],
    button: 'confirm-code' | 'new-code',
  ): FieldIssue[] {
    const issue = issueOfFailure(outcome, button === 'confirm-code' ? 'wrongCode' : 'unreachable');
    if (issue.code === 'signInOver') return [{ ...issue, target: 'sign-in-again' }];
    return [{ ...issue, target: isOfNoField(issue) ? button : 'code' }];
  }

  async function confirm(): Promise<FieldIssue[]> {
    // Codes are often shown, and so copied, in two halves.
    const written = code.replace(/[\s-]/g, '');
    if (written === '') return [{ target: 'code', code: 'codeMissing' }];
    const outcome = await confirmCode(api, { code: written, shared: readPendingSignIn().shared });
    if (outcome.kind !== 'accepted') return failed(outcome, 'confirm-code');
    await onSignedIn(outcome.value);
    return [];
  }

  async function askForAnother(): Promise<FieldIssue[]> {
    const outcome = await sendNewCode(api);
    if (outcome.kind !== 'accepted') return failed(outcome, 'new-code');
    setNewCodeSentTo(outcome.value.codeSentTo);
    return [];
  }

  return { code, setCode, newCodeSentTo, confirm, askForAnother };
}
