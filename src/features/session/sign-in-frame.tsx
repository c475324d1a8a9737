import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { FieldIssue } from './sign-in-issue.ts';
import { useIssueText } from './use-issue-text.ts';

interface SignInFrameProps {
  heading: string;
  issues: FieldIssue[];
  tries: number;
  before?: ReactNode;
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** A page of signing in: with errors, the title says so first and a summary of them takes the focus. */
export function SignInFrame({ heading, issues, tries, before, width = 'text', children }: SignInFrameProps) {
  const { t } = useTranslation(['session', 'common']);
  const textOf = useIssueText();
  const title = t('common:pageTitle', { page: heading });
  const hasErrors = issues.length > 0;
  return (
    <Page
      title={hasErrors ? t('common:errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
      before={before}
      width={width}
    >
      <Stack gap={4}>
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
