import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedInSession } from '../../../contract/types.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { useApi } from '../../api/api-context.ts';
import type { ApiClient } from '../../api/client.ts';
import { finishCmdSignIn } from '../../api/sign-in-calls.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { keepPendingSignIn, type PendingSignIn, readPendingSignIn, wayBack } from './pending-sign-in.ts';
import { issueOfFailure, type SignInIssue, useIssueText } from './sign-in-issue.ts';

/** The parts of the provider's answer in the address; a missing part is an empty string. */
interface CmdReturn {
  code: string;
  state: string;
  error: string;
}

interface CmdReturnPageProps extends CmdReturn {
  onSignedIn: (session: SignedInSession) => Promise<void>;
}

/** The page to which Chave Móvel Digital sends the citizen back. */
export function CmdReturnPage({ code, state, error, onSignedIn }: CmdReturnPageProps) {
  const { t } = useTranslation(['session', 'common']);
  const textOf = useIssueText();
  const api = useApi();
  const hasBegun = useRef(false);
  const [issue, setIssue] = useState<SignInIssue | null>(null);
  const problem = issue && textOf(issue);

  useEffect(() => {
    // Code and state work only once: a second run of the effect would spoil a sign-in that succeeds.
    if (hasBegun.current) return;
    hasBegun.current = true;
    void finishCmd(api, { code, state, error }).then((result) =>
      result.ok ? onSignedIn(result.value) : setIssue(result.error),
    );
  }, [api, code, state, error, onSignedIn]);

  useEffect(() => {
    if (problem) announce(problem, 'assertive');
  }, [problem]);

  const heading = t('signIn.heading');
  const title = t('common:pageTitle', { page: heading });
  return (
    <Page title={problem ? t('common:errorTitle', { title }) : title} heading={heading}>
      {problem ? (
        <Stack>
          <Notice tone="danger" title={problem} />
          <p>
            <Link {...wayBack()} className={buttonClass('primary')}>
              {t('cmd.again')}
            </Link>
          </p>
        </Stack>
      ) : (
        <p role="status">{t('cmd.finishing')}</p>
      )}
    </Page>
  );
}

/** Takes the state, which may be used once: opening the same address again must not sign anybody in. */
function takeCmdState(): PendingSignIn {
  const pending = readPendingSignIn();
  keepPendingSignIn({ ...pending, cmdState: null });
  return pending;
}

async function finishCmd(api: ApiClient, back: CmdReturn): Promise<Result<SignedInSession, SignInIssue>> {
  const { cmdState: expected, shared } = takeCmdState();
  // Without this check, a link made by another person would sign the citizen in as that person.
  if (expected === null || back.state !== expected) return err({ code: 'wrongState' });
  if (back.code === '') return err({ code: back.error === 'access_denied' ? 'cmdCancelled' : 'cmdRefused' });
  const outcome = await finishCmdSignIn(api, { code: back.code, state: back.state, shared });
  return outcome.kind === 'accepted' ? ok(outcome.value) : err(issueOfFailure(outcome, 'cmdRefused'));
}
