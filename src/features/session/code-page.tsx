import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact, SignedInSession } from '../../contract/types.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { useAttempt } from './use-attempt.ts';
import { useCode } from './use-code.ts';
import { useIssueText } from './use-issue-text.ts';

interface CodePageProps {
  /** Null when the server could not be asked. */
  sentTo: Contact | null;
  onSignedIn: (session: SignedInSession) => Promise<void>;
  onNothingWaits: () => Promise<void>;
}

export function CodePage({ sentTo, onSignedIn, onNothingWaits }: CodePageProps) {
  const { t } = useTranslation('session');
  const textOf = useIssueText();
  const { issues, tries, isBusy, run } = useAttempt();
  const { code, setCode, newCodeSentTo, confirm, askForAnother } = useCode({ onSignedIn, onNothingWaits });
  const codeIssue = issues.find((issue) => issue.target === 'code');
  const sentAgain = newCodeSentTo && t(`code.sentAgain.${newCodeSentTo.channel}`, newCodeSentTo);

  useEffect(() => {
    if (sentAgain) announce(sentAgain);
  }, [sentAgain]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void run(confirm);
  }

  return (
    <SignInFrame
      heading={t('code.heading')}
      issues={issues}
      tries={tries}
      before={<Link to={ADDRESSES.signIn}>{t('code.back')}</Link>}
    >
      {sentTo && !sentAgain && <p>{t(`code.sentTo.${sentTo.channel}`, sentTo)}</p>}
      {sentAgain && <Notice tone="success" title={sentAgain} />}
      <form noValidate onSubmit={submit}>
        <Stack gap={3}>
          <TextField
            id="code"
            name="code"
            label={t('code.heading')}
            hint={t('code.hint')}
            width="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            error={codeIssue && textOf(codeIssue)}
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
    </SignInFrame>
  );
}
