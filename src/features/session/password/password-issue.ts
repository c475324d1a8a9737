import { useTranslation } from 'react-i18next';
import type { ProblemType } from '../../../../contract/types.ts';
import {
  countLetters,
  PASSWORD_MAX_UNITS,
  PASSWORD_MIN_LETTERS,
} from '../../../../domain/chosen-password.ts';
import type { Outcome } from '../../../api/client.ts';
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

/** An issue of a password (`own`), or one that can also happen when signing in (`shared`). */
export interface PasswordIssue {
  /** The id of the field to correct or of the button to press again. */
  target: 'niss' | 'code' | 'present-password' | 'new-password' | 'send-code' | 'save-password';
  own?: OwnIssueCode;
  shared?: SignInIssue;
}

const NEW_PASSWORD_ISSUES: Partial<Record<ProblemType, OwnIssueCode>> = {
  'password-too-short': 'tooShort',
  'password-too-common': 'tooCommon',
  'password-unchanged': 'unchanged',
};

/** Finds the issues that need no answer from the server. */
export function checkNewPassword(newPassword: string): PasswordIssue[] {
  const target = 'new-password';
  if (newPassword === '') return [{ target, own: 'newMissing' }];
  if (countLetters(newPassword) < PASSWORD_MIN_LETTERS) return [{ target, own: 'tooShort' }];
  return newPassword.length > PASSWORD_MAX_UNITS ? [{ target, own: 'tooLong' }] : [];
}

type Failure = Exclude<Outcome<unknown>, { kind: 'accepted' }>;

/** Returns the issue of the new password; null if the failure has another reason. */
export function issueOfNewPassword(outcome: Failure): PasswordIssue | null {
  const own = outcome.kind === 'refused' ? NEW_PASSWORD_ISSUES[outcome.problem.type] : undefined;
  return own ? { target: 'new-password', own } : null;
}

/** Returns an issue that can also happen when signing in. It is at `button` if no field has to be corrected. */
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

export function usePasswordIssueText(): (issue: PasswordIssue) => string {
  const { t } = useTranslation('password');
  const textOf = useIssueText();
  return ({ own = 'notDone', shared }) =>
    shared ? textOf(shared) : t(`issues.${own}`, { min: PASSWORD_MIN_LETTERS, max: PASSWORD_MAX_UNITS });
}
