import { useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { confirmCode, sendNewCode } from '../../api/session-calls.ts';
import type { Contact, SignedInSession } from '../../contract/types.ts';
import { type FieldIssue, issueOfFailure } from './sign-in-issue.ts';

interface CodeOptions {
  onSignedIn: (session: SignedInSession) => Promise<void>;
  /** No sign-in waits for a code any more. */
  onNothingWaits: () => Promise<void>;
}

/** The second step of signing in. */
export function useCode({ onSignedIn, onNothingWaits }: CodeOptions) {
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
    return [{ ...issue, target: issue.code === 'unreachable' ? button : 'code' }];
  }

  async function confirm(): Promise<FieldIssue[]> {
    // Codes are often shown, and so copied, in two halves.
    const written = code.replace(/[\s-]/g, '');
    if (written === '') return [{ target: 'code', code: 'codeMissing' }];
    const outcome = await confirmCode(api, written);
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
