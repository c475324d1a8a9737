import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { Stack } from '../ui/stack.tsx';
import type { Attempt, Targeted } from './use-attempt.ts';

interface AttemptPageProps<Issue extends Targeted> {
  heading: string;
  attempt: Attempt<Issue>;
  before?: ReactNode;
  width?: 'text' | 'wide';
  /** The space between the children, in steps of 8 px. */
  gap?: 2 | 3 | 4;
  children: ReactNode;
}

/** A page with something to send. With errors, the page's title begins by saying so, and the error summary takes the focus. */
export function AttemptPage<Issue extends Targeted>({
  heading,
  attempt,
  before,
  width = 'text',
  gap = 4,
  children,
}: AttemptPageProps<Issue>) {
  const { t } = useTranslation('common');
  const title = t('pageTitle', { page: heading });
  const { issues, tries, textOf } = attempt;
  const hasErrors = issues.length > 0;
  return (
    <Page
      title={hasErrors ? t('errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
      before={before}
      width={width}
    >
      <Stack gap={gap}>
        {hasErrors && (
          <ErrorSummary
            title={t('errorSummary')}
            items={issues.map((issue) => ({ targetId: issue.target, text: textOf(issue) }))}
            focusKey={tries}
          />
        )}
        {children}
      </Stack>
    </Page>
  );
}
