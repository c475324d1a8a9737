import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { startCmdSignIn, startPasswordSignIn } from '../../api/session-calls.ts';
import { parseNiss } from '../../domain/niss.ts';
import { keepPendingSignIn } from './pending-sign-in.ts';
import { checkCredentials, type FieldIssue, issueOfFailure } from './sign-in-issue.ts';

interface SignInOptions {
  returnPath: string | null;
  onCodeSent: () => Promise<void>;
  /** Leaves the app for the provider's page. */
  goTo: (url: string) => void;
}

export interface SignInValues {
  niss: string;
  password: string;
  shared: boolean;
}

/** The two ways to sign in. Each answers what went wrong; nothing typed is ever changed. */
export function useSignIn({ returnPath, onCodeSent, goTo }: SignInOptions) {
  const api = useApi();
  const [values, setValues] = useState<SignInValues>({ niss: '', password: '', shared: false });

  async function signInWithPassword(): Promise<FieldIssue[]> {
    const issues = checkCredentials(values.niss, values.password);
    const niss = parseNiss(values.niss);
    if (issues.length > 0 || !niss.ok) return issues;

    const outcome = await startPasswordSignIn(api, { niss: niss.value, password: values.password });
    if (outcome.kind === 'accepted') {
      keepPendingSignIn({ shared: values.shared, returnPath, cmdState: null });
      await onCodeSent();
      return [];
    }
    const issue = issueOfFailure(outcome, 'wrongCredentials');
    return [{ ...issue, target: issue.code === 'unreachable' ? 'sign-in-submit' : 'password' }];
  }

  async function signInWithCmd(): Promise<FieldIssue[]> {
    const outcome = await startCmdSignIn(api);
    if (outcome.kind !== 'accepted') {
      return [{ ...issueOfFailure(outcome, 'unreachable'), target: 'sign-in-cmd' }];
    }
    const { authorizeUrl, state } = outcome.value;
    keepPendingSignIn({ shared: values.shared, returnPath, cmdState: state });
    goTo(authorizeUrl);
    return [];
  }

  function change(part: Partial<SignInValues>): void {
    setValues((before) => ({ ...before, ...part }));
  }

  return { values, change, signInWithPassword, signInWithCmd };
}
