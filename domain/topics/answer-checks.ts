import checks from './answer-checks.json' with { type: 'json' };
import type { AnswerId } from './short-answers.ts';

interface AnswerCheck {
  /** The Lisbon day on which the answer's Portuguese sentences were last checked against their sources. */
  checked: string;
  /** Host and title of official sources, in Portuguese in every language. */
  sources: readonly string[];
}

/** When each answer was checked, and against which sources. Its words are in `locales/<lng>/answers.json`. */
export const ANSWER_CHECKS: Record<AnswerId, AnswerCheck> = checks;
