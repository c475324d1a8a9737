import { useCallback, useState } from 'react';
import type { ContractIssue } from '../../contract/types.ts';
import type { DraftRow, DraftStep } from '../../db/core/schema.ts';
import { wordFieldOf } from '../../domain/written/rules.ts';
import { type SayableIssue, useIssueSentence } from './use-issue-sentence.ts';

/** Where each place of an issue is asked; the summary tells all of them. */
const STEPS: Record<ContractIssue['field'], DraftStep> = {
  kind: 'description',
  onBehalfOf: 'description',
  description: 'description',
  complaint: 'description',
  topic: 'topic',
  attachments: 'attachments',
  body: 'review',
  other: 'review',
};

/** Why the server refused the draft, as far as this step can mend it. */
function refusalIssues(draft: DraftRow | undefined, step: DraftStep): SayableIssue[] {
  const { refusal } = draft ?? {};
  if (!refusal) return [];
  const issues = refusal.issues.filter(({ field }) => step === 'review' || STEPS[field] === step);
  const saysNothing = step === 'review' && issues.length === 0;
  return saysNothing ? [{ field: 'other', code: 'other' }] : issues;
}

export interface StepIssues {
  sentences: readonly { field: string; text: string }[];
  /** Grows with every try, so that the same errors take the focus again. */
  tries: number;
  /** Stays the same between renderings. */
  show: (issues: SayableIssue[]) => void;
  textOf: (field: string) => string | undefined;
  textsOf: (field: string) => string[];
}

/** What is wrong with a step: first what the server said, then what *Continuar* finds. */
export function useStepIssues(draft: DraftRow | undefined, step: DraftStep): StepIssues {
  const say = useIssueSentence();
  const [{ issues, tries }, setShown] = useState(() => ({ issues: refusalIssues(draft, step), tries: 0 }));
  const show = useCallback((next: SayableIssue[]) => {
    setShown((shown) => ({ issues: next, tries: shown.tries + 1 }));
  }, []);
  const sentences = issues
    .map((issue) => ({ field: wordFieldOf(issue) ?? issue.field, text: say(issue) }))
    // Two empty files of one name need one sentence.
    .filter((one, index, all) => all.findIndex(({ text }) => text === one.text) === index);
  const textsOf = (field: string) => sentences.filter((one) => one.field === field).map((one) => one.text);
  return {
    sentences,
    tries,
    show,
    textOf: (field) => textsOf(field)[0],
    textsOf,
  };
}
