import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.tsx';
import type { SharedIssue } from './join-share.ts';

/** Says which files could not be attached, and why. */
export function ShareIssues({ issues }: { issues: readonly SharedIssue[] }) {
  const { t } = useTranslation(['share', 'issues']);
  // Two empty files of the same name need only one sentence.
  const texts = [...new Set(issues.map(({ code, params }) => t(`issues:${code}`, params ?? {})))];
  if (texts.length === 0) return null;
  return (
    <Alert title={t('notJoined')}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}
