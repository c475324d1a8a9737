import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, SignedInSession } from '../../../contract/types.ts';
import { useApi } from '../../api/api-context.ts';
import { confirmCode, sendNewCode } from '../../api/sign-in-calls.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AttemptPage } from '../../parts/attempt-page.tsx';
import { useAttempt } from '../../parts/use-attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPendingSignIn } from './pending-sign-in.ts';
import { type FieldIssue, isOfNoField, issueOfFailure, useIssueText } from './sign-in-issue.ts';

interface CodeOptions {
  onSignedIn: (session: SignedInSession) => Promise<void>;
  /** Called when no sign-in waits for a code any more. */
  onNothingWaits: () => Promise<void>;
}

interface CodePageProps extends CodeOptions {
  /** The masked contact to which the code was sent; null when the server could not be asked. */
  sentTo: Contact | null;
}

export function CodePage({ sentTo, onSignedIn, onNothingWaits }: CodePageProps) {
  const { t } = useTranslation('session');
  const attempt = useAttempt<FieldIssue>(useIssueText());
  const { isBusy, run } = attempt;
  const { code, setCode, newCodeSentTo, confirm, askForAnother } = useCode({ onSignedIn, onNothingWaits });
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
      before={<Link to={ADDRESSES.signIn}>{t('code.back')}</Link>}
    >
      {sentTo && !sentAgain && <p>{t(`code.sentTo.${sentTo.channel}`, sentTo)}</p>}
      {sentAgain && <Notice tone="success" title={sentAgain} />}
      <form noValidate onSubmit={attempt.onSubmit(confirm)}>
        <Stack gap={3}>
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
function useCode({ onSignedIn, onNothingWaits }: CodeOptions) {
  const api = useApi();
  const [code, setCode] = useState('');
  const [newCodeSentTo, setNewCodeSentTo] = useState<Contact | null>(null);

  async function failed(
    outcome: Parameters<typeof issueOfFailure>[0],
    button: 'confirm-code' | 'new-code',
  ): Promise<FieldIssue[]> {
    if (outcome.kind === 'refused' && outcome.problem.type === 'no-sign-in') {
      await onNothingWaits();
      return [];
    }
    const issue = issueOfFailure(outcome, button === 'confirm-code' ? 'wrongCode' : 'unreachable');
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
