import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { FieldIssue } from './sign-in-issue.ts';

/** `target`: the id of what has to be mended or pressed again. */
interface Targeted {
  target: string;
}

export interface Attempt<Issue extends Targeted = FieldIssue> {
  issues: Issue[];
  /** Grows with each try, so that the same errors take the focus again. */
  tries: number;
  isBusy: boolean;
  /** Runs one attempt at a time and shows the issues that it returns. */
  run(attempt: () => Promise<Issue[]>): Promise<void>;
}

export function useAttempt<Issue extends Targeted = FieldIssue>(): Attempt<Issue> {
  const [issues, setIssues] = useState<Issue[]>([]);
  const [tries, setTries] = useState(0);
  const [isBusy, setIsBusy] = useState(false);

  async function run(attempt: () => Promise<Issue[]>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const found = await attempt().finally(() => setIsBusy(false));
    setIssues(found);
    setTries((count) => count + 1);
  }

  return { issues, tries, isBusy, run };
}

interface SignInFrameProps<Issue extends Targeted> {
  heading: string;
  attempt: Attempt<Issue>;
  /** The sentence of an issue. */
  textOf: (issue: Issue) => string;
  before?: ReactNode;
  width?: 'text' | 'wide';
  /** In steps of 8 px. */
  gap?: 2 | 4;
  children: ReactNode;
}

/** A page of signing in. With errors the title says so first, and their summary takes the focus. */
export function SignInFrame<Issue extends Targeted>({
  heading,
  attempt,
  textOf,
  before,
  width = 'text',
  gap = 4,
  children,
}: SignInFrameProps<Issue>) {
  const { t } = useTranslation('common');
  const title = t('pageTitle', { page: heading });
  const { issues, tries } = attempt;
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
