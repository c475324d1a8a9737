import { useState } from 'react';
import type { FieldIssue } from './sign-in-issue.ts';

export interface Attempt {
  issues: FieldIssue[];
  /** Grows with each try, so that the same errors take the focus again. */
  tries: number;
  isBusy: boolean;
  /** Runs one try at a time; what it answers is shown as the errors of the page. */
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
