import checks from './answer-checks.json' with { type: 'json' };
import type { AnswerId } from './short-answers.ts';

interface AnswerCheck {
  /** The Lisbon day on which its Portuguese sentences were last held against their sources. */
  checked: string;
  /** Host and title, official alone, by the Portuguese name that a source bears in every language. */
  sources: readonly string[];
}

/** When each answer was held against what it says, and where it comes from. Its words are in `locales/<lng>/answers.json`. */
export const ANSWER_CHECKS: Record<AnswerId, AnswerCheck> = checks;
