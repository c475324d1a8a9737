import { type FormEvent, useState } from 'react';

/** An issue. `target` is the id of the field to correct or of the button to press again. */
export interface Targeted {
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
