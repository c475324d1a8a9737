import { useTranslation } from 'react-i18next';
import { formatTime } from '../../lib/format-date.ts';
import type { SignInIssue } from './sign-in-issue.ts';

/** The sentence of an issue, in the citizen's language. */
export function useIssueText(): (issue: SignInIssue) => string {
  const { t, i18n } = useTranslation('session');
  return ({ code, retryAt }) => {
    const time = retryAt ? formatTime(retryAt, i18n.language) : '';
    return t(`issues.${code}`, { time });
  };
}
