import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNiss } from '../../../domain/niss.ts';
import { readUrl } from '../../../shared/read-url.ts';
import { useApi } from '../../api/api-context.ts';
import { startCmdSignIn, startPasswordSignIn } from '../../api/sign-in-calls.ts';
import { carryTabGuest } from '../../lib/tab-guest.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AttemptPage, useAttempt } from '../../parts/attempt-page.tsx';
import type { SendPress } from '../../state/promised-send.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Details } from '../../ui/details.tsx';
import { Stack } from '../../ui/layout.tsx';
import { GuestStart } from './guest-start.tsx';
import { PasswordForm, type SignInValues } from './password-form.tsx';
import { isSharedHere, keepPendingSignIn, readPendingSignIn } from './pending-sign-in.ts';
import styles from './sign-in.module.css';
import {
  checkCredentials,
  type FieldIssue,
  isOfNoField,
  issueOfFailure,
  useIssueText,
} from './sign-in-issue.ts';
import { useWays } from './use-ways.ts';

interface SignInOptions {
  returnPath: string | null;
  /** The press that begins this sign-in if the citizen signs in to send a request; otherwise null. */
  press: SendPress | null;
  onCodeSent: () => Promise<void>;
}

interface SignInPageProps extends SignInOptions {
  /** The request that is sent after signing in. */
  waiting?: ReactNode;
  /** In demo mode, draws the accounts that can be used; each can fill the form. */
  demoAccounts?: (fill: (niss: string, password: string) => void) => ReactNode;
}

export function SignInPage({ waiting, demoAccounts, ...options }: SignInPageProps) {
  const { t } = useTranslation('session');
  const attempt = useAttempt<FieldIssue>(useIssueText());
  const signIn = useSignIn(options);
  const { ways, recovers } = useWays();
  const hasPassword = ways.includes('password');

  return (
    <AttemptPage heading={t('signIn.heading')} attempt={attempt} width="wide" gap={2}>
      {waiting ?? <p>{t('signIn.whatIsEclic')}</p>}
      <Stack gap={0}>
        <Checkbox
          id="shared"
          label={t('signIn.shared')}
          checked={signIn.values.shared}
          onChange={(shared) => signIn.change({ shared })}
        />
        <Details summary={t('signIn.why')}>
          <p>{t('signIn.sharedHint')}</p>
        </Details>
      </Stack>
      <div className={styles.ways}>
        {ways.includes('cmd') && (
          <div>
            <Button
              id="sign-in-cmd"
              variant="primary"
              type="button"
              busy={attempt.isBusy}
              onClick={() => void attempt.run(signIn.signInWithCmd)}
            >
              {t('signIn.cmd')}
            </Button>
            <p className={styles.aside}>{t('signIn.cmdText')}</p>
          </div>
        )}
        {hasPassword && (
          <PasswordForm
            values={signIn.values}
            onChange={signIn.change}
            attempt={attempt}
            variant={ways.length === 1 ? 'primary' : 'secondary'}
            onSubmit={attempt.onSubmit(signIn.signInWithPassword)}
          />
        )}
        {ways.length === 0 && <p>{t('signIn.noWay')}</p>}
      </div>
      {!waiting && <GuestStart shared={signIn.values.shared} />}
      <SignInHelp hasPassword={hasPassword} recovers={recovers} />
      <p>{t('signIn.notHere')}</p>
      {demoAccounts?.((niss, password) => signIn.change({ niss, password }))}
    </AttemptPage>
  );
}

function SignInHelp({ hasPassword, recovers }: { hasPassword: boolean; recovers: boolean }) {
  const { t } = useTranslation('session');
  return (
    <ul className={styles.help}>
      {hasPassword && (
        <li>
          <Link
            to={recovers ? ADDRESSES.password : ADDRESSES.help}
            hash={recovers ? '' : 'recuperar-palavra-chave'}
            className={buttonClass('quiet')}
          >
            {t('signIn.recover')}
          </Link>
        </li>
      )}
      <li>
        <Link to={ADDRESSES.help} hash="sem-niss" className={buttonClass('quiet')}>
          {t('signIn.noNiss')}
        </Link>
      </li>
      <li>
        <Link to={ADDRESSES.status} className={buttonClass('quiet')}>
          {t('signIn.status')}
        </Link>
      </li>
    </ul>
  );
}

/** The actions of the ways to sign in. Each returns its issues and never changes what was typed. */
function useSignIn({ returnPath, press, onCodeSent }: SignInOptions) {
  const api = useApi();
  const [values, setValues] = useState<SignInValues>({ niss: '', password: '', shared: false });

  useEffect(() => {
    if (isSharedHere()) setValues((before) => ({ ...before, shared: true }));
  }, []);

  async function signInWithPassword(): Promise<FieldIssue[]> {
    const issues = checkCredentials(values.niss, values.password);
    const niss = parseNiss(values.niss);
    if (issues.length > 0 || !niss.ok) return issues;

    const outcome = await startPasswordSignIn(api, { niss: niss.value, password: values.password });
    if (outcome.kind === 'accepted') {
      keepPendingSignIn({ shared: values.shared, returnPath, press, cmdState: null });
      await onCodeSent();
      return [];
    }
    const issue = issueOfFailure(outcome, 'wrongCredentials');
    return [{ ...issue, target: isOfNoField(issue) ? 'sign-in-submit' : 'password' }];
  }

  async function signInWithCmd(): Promise<FieldIssue[]> {
    const outcome = await startCmdSignIn(api);
    if (outcome.kind !== 'accepted') {
      return [{ ...issueOfFailure(outcome, 'unreachable'), target: 'sign-in-cmd' }];
    }
    const { authorizeUrl, state } = outcome.value;
    const address = providerAddress(authorizeUrl);
    if (!address) return [{ code: 'cmdElsewhere', target: 'sign-in-cmd' }];
    keepPendingSignIn({ shared: values.shared, returnPath, press, cmdState: state });
    carryTabGuest();
    // The browser leaves the app for the provider's page.
    window.location.assign(address);
    return [];
  }

  function change(part: Partial<SignInValues>): void {
    setValues((before) => ({ ...before, ...part }));
    const { shared } = part;
    if (shared !== undefined) keepPendingSignIn({ ...readPendingSignIn(), shared });
  }

  return { values, change, signInWithPassword, signInWithCmd };
}

/**
 * Returns the full address of Chave Móvel Digital, but only if its origin is the one that the deployment names in `<meta name="cmd-origin">` (or our own, if it
 * names none); otherwise null. A server that was broken into must not send citizens to a page that asks for their PIN.
 */
export function providerAddress(authorizeUrl: string): string | null {
  const named = document.querySelector<HTMLMetaElement>('meta[name="cmd-origin"]')?.content;
  const { origin } = window.location;
  const url = readUrl(authorizeUrl, origin);
  return url?.origin === (named || origin) ? url.href : null;
}
