import { useTranslation } from 'react-i18next';
import type { ProblemType } from '../../../contract/types.ts';
import { type NissProblem, parseNiss } from '../../../domain/niss.ts';
import { formatTime } from '../../../shared/format-date.ts';
import type { Outcome } from '../../api/client.ts';

type SignInIssueCode =
  | 'nissMissing'
  | 'nissLength'
  | 'nissCheck'
  | 'passwordMissing'
  | 'wrongCredentials'
  | 'codeMissing'
  | 'wrongCode'
  | 'expiredCode'
  | 'tooManyAttempts'
  | 'tooManyAttemptsUntil'
  | 'tooManyAtOnce'
  | 'signInOver'
  | 'wrongState'
  | 'cmdCancelled'
  | 'cmdRefused'
  | 'cmdElsewhere'
  | 'unreachable';

export interface SignInIssue {
  code: SignInIssueCode;
  /** The instant from which the citizen may try again; only with `tooManyAttemptsUntil`. */
  retryAt?: string;
}

export interface FieldIssue extends SignInIssue {
  /** The id of the field to correct, of the button to press again or of the link that leads on. */
  target:
    | 'niss'
    | 'password'
    | 'code'
    | 'sign-in-submit'
    | 'sign-in-cmd'
    | 'sign-in-again'
    | 'confirm-code'
    | 'new-code';
}

export const NISS_ISSUES: Record<NissProblem, SignInIssueCode> = {
  missing: 'nissMissing',
  characters: 'nissLength',
  length: 'nissLength',
  check: 'nissCheck',
};

/** Finds the issues that need no answer from the server. */
export function checkCredentials(niss: string, password: string): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const parsed = parseNiss(niss);
  if (!parsed.ok) issues.push({ target: 'niss', code: NISS_ISSUES[parsed.error] });
  if (password === '') issues.push({ target: 'password', code: 'passwordMissing' });
  return issues;
}

/** What a refusal says of itself; a reason that is not here has the meaning of the step. */
const REASONS: Partial<Record<ProblemType, SignInIssueCode>> = {
  'wrong-credentials': 'wrongCredentials',
  'wrong-code': 'wrongCode',
  'expired-code': 'expiredCode',
  'no-sign-in': 'signInOver',
  'wrong-state': 'wrongState',
  'cmd-refused': 'cmdRefused',
};

/** Returns the issue of a failed call. `mistake` is the meaning of a refusal at this step if the server gives no better reason. */
export function issueOfFailure(
  outcome: Exclude<Outcome<unknown>, { kind: 'accepted' }>,
  mistake: SignInIssueCode,
): SignInIssue {
  if (outcome.kind === 'unreachable')
    return { code: outcome.cause === 'too-many-at-once' ? 'tooManyAtOnce' : 'unreachable' };
  if (outcome.kind === 'signedOut') return { code: mistake };
  const { type, retryAt } = outcome.problem;
  if (type === 'too-many-attempts')
    return retryAt ? { code: 'tooManyAttemptsUntil', retryAt } : { code: 'tooManyAttempts' };
  return { code: REASONS[type] ?? mistake };
}

/** Whether no field has to be corrected: a button has to be pressed again. */
export function isOfNoField({ code }: SignInIssue): boolean {
  return code === 'unreachable' || code === 'tooManyAtOnce';
}

export function useIssueText(): (issue: SignInIssue) => string {
  const { t, i18n } = useTranslation('session');
  return ({ code, retryAt }) => {
    const time = retryAt ? formatTime(retryAt, i18n.language) : '';
    return t(`issues.${code}`, { time });
  };
}
