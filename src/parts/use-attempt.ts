import { useState } from 'react';

/** `target`: the id of what has to be mended or pressed again. */
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
  /** The sentence of an issue. */
  textOf: (issue: Issue) => string;
  /** The sentence of what is wrong at a field, if anything is. */
  errorAt(target: Issue['target']): string | undefined;
}

/** What is sent from a page by a press, again and again until nothing is wrong with it. */
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

  function errorAt(target: Issue['target']): string | undefined {
    const issue = issues.find((found) => found.target === target);
    return issue && textOf(issue);
  }

  return { issues, tries, isBusy, run, textOf, errorAt };
}
