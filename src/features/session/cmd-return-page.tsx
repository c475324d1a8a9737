import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/api-context.ts';
import type { SignedInSession } from '../../contract/types.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { buttonClass } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { type CmdReturn, finishCmd } from './finish-cmd.ts';
import type { SignInIssue } from './sign-in-issue.ts';
import { useIssueText } from './use-issue-text.ts';

interface CmdReturnPageProps extends CmdReturn {
  onSignedIn: (session: SignedInSession) => Promise<void>;
}

/** Back from Chave Móvel Digital. */
export function CmdReturnPage({ code, state, error, onSignedIn }: CmdReturnPageProps) {
  const { t } = useTranslation(['session', 'common']);
  const textOf = useIssueText();
  const api = useApi();
  const hasBegun = useRef(false);
  const [issue, setIssue] = useState<SignInIssue | null>(null);
  const problem = issue && textOf(issue);

  useEffect(() => {
    // Code and state work once; a second effect would spoil a sign-in that succeeds.
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
        <Stack gap={3}>
          <Notice tone="danger" title={problem} />
          <p>
            <Link to={ADDRESSES.signIn} className={buttonClass('primary')}>
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
