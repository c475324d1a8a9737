import { useTranslation } from 'react-i18next';
import type { ProblemType } from '../../../../contract/types.ts';
import {
  countLetters,
  PASSWORD_MAX_UNITS,
  PASSWORD_MIN_LETTERS,
} from '../../../../domain/chosen-password.ts';
import type { Outcome } from '../../../api/outcome.ts';
import { issueOfFailure, type SignInIssue, useIssueText } from '../sign-in-issue.ts';

type OwnIssueCode =
  | 'presentMissing'
  | 'wrongPresent'
  | 'newMissing'
  | 'tooShort'
  | 'tooLong'
  | 'tooCommon'
  | 'unchanged'
  | 'noRecovery'
  | 'notDone';

/** Of one's own palavra-chave, or one that signing in has too. */
export interface PasswordIssue {
  /** The id of what has to be mended or pressed again. */
  target: 'niss' | 'code' | 'present-password' | 'new-password' | 'send-code' | 'save-password';
  own?: OwnIssueCode;
  shared?: SignInIssue;
}

const OF_NEW: Partial<Record<ProblemType, OwnIssueCode>> = {
  'password-too-short': 'tooShort',
  'password-too-common': 'tooCommon',
  'password-unchanged': 'unchanged',
};

/** Finds issues before the server is asked. */
export function checkNewPassword(newPassword: string): PasswordIssue[] {
  const target = 'new-password';
  if (newPassword === '') return [{ target, own: 'newMissing' }];
  if (countLetters(newPassword) < PASSWORD_MIN_LETTERS) return [{ target, own: 'tooShort' }];
  return newPassword.length > PASSWORD_MAX_UNITS ? [{ target, own: 'tooLong' }] : [];
}

type Failure = Exclude<Outcome<unknown>, { kind: 'accepted' }>;

/** Of the new one; null: what went wrong is another matter. */
export function issueOfNewPassword(outcome: Failure): PasswordIssue | null {
  const own = outcome.kind === 'refused' ? OF_NEW[outcome.problem.type] : undefined;
  return own ? { target: 'new-password', own } : null;
}

/** What signing in knows too; at `button` where nothing that was typed has to be mended. */
export function issueAt(
  outcome: Failure,
  field: PasswordIssue['target'],
  button: PasswordIssue['target'],
): PasswordIssue {
  if (outcome.kind === 'signedOut') return { target: button, own: 'notDone' };
  const shared = issueOfFailure(outcome, 'unreachable');
  const isOfField = outcome.kind === 'refused' && shared.code !== 'unreachable';
  return { target: isOfField ? field : button, shared };
}

/** The sentence of an issue, in the citizen's language. */
export function usePasswordIssueText(): (issue: PasswordIssue) => string {
  const { t } = useTranslation('password');
  const textOf = useIssueText();
  return ({ own = 'notDone', shared }) =>
    shared ? textOf(shared) : t(`issues.${own}`, { min: PASSWORD_MIN_LETTERS, max: PASSWORD_MAX_UNITS });
}
