import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { type FieldIssue, useIssueText } from './sign-in-issue.ts';

export interface Attempt {
  issues: FieldIssue[];
  /** Grows with each try, so that the same errors take the focus again. */
  tries: number;
  isBusy: boolean;
  /** Runs one attempt at a time and shows the issues that it returns. */
  run(attempt: () => Promise<FieldIssue[]>): Promise<void>;
}

export function useAttempt(): Attempt {
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [tries, setTries] = useState(0);
  const [isBusy, setIsBusy] = useState(false);

  async function run(attempt: () => Promise<FieldIssue[]>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const found = await attempt().finally(() => setIsBusy(false));
    setIssues(found);
    setTries((count) => count + 1);
  }

  return { issues, tries, isBusy, run };
}

interface SignInFrameProps {
  heading: string;
  attempt: Attempt;
  before?: ReactNode;
  width?: 'text' | 'wide';
  /** In steps of 8 px. */
  gap?: 2 | 4;
  children: ReactNode;
}

/** A page of signing in. With errors the title says so first, and their summary takes the focus. */
export function SignInFrame({
  heading,
  attempt,
  before,
  width = 'text',
  gap = 4,
  children,
}: SignInFrameProps) {
  const { t } = useTranslation(['session', 'common']);
  const textOf = useIssueText();
  const title = t('common:pageTitle', { page: heading });
  const { issues, tries } = attempt;
  const hasErrors = issues.length > 0;
  return (
    <Page
      title={hasErrors ? t('common:errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
      before={before}
      width={width}
    >
      <Stack gap={gap}>
        {hasErrors && (
          <ErrorSummary
            title={t('common:errorSummary')}
            items={issues.map((issue) => ({ targetId: issue.target, text: textOf(issue) }))}
            focusKey={tries}
          />
        )}
        {children}
      </Stack>
    </Page>
  );
}
