import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Stack } from '../ui/layout.tsx';
import { Page } from '../ui/page.tsx';

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

/** An issue. `target` is the id of the field to correct or of the button to press again. */
interface Targeted {
  target: string;
}

export interface Attempt<Issue extends Targeted> {
  issues: Issue[];
  /** Grows with each try, so that the same errors take the focus again. */
  tries: number;
  isBusy: boolean;
  /** Runs one attempt at a time and shows the issues that it returns. */
  run(attempt: () => Promise<Issue[]>): Promise<void>;
  /** Returns the handler of a form whose button runs this attempt. */
  onSubmit(attempt: () => Promise<Issue[]>): (event: FormEvent) => void;
  /** Returns the sentence for an issue. */
  textOf: (issue: Issue) => string;
  /** Returns the sentence for the issue at a field, if there is one. */
  errorAt(target: Issue['target']): string | undefined;
}

/** The attempts to send something from a page: each press tries again, until there are no issues. */
export function useAttempt<Issue extends Targeted>(textOf: (issue: Issue) => string): Attempt<Issue> {
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

  function onSubmit(attempt: () => Promise<Issue[]>) {
    return (event: FormEvent) => {
      event.preventDefault();
      void run(attempt);
    };
  }

  function errorAt(target: Issue['target']): string | undefined {
    const issue = issues.find((found) => found.target === target);
    return issue && textOf(issue);
  }

  return { issues, tries, isBusy, run, onSubmit, textOf, errorAt };
}
