import type { ContractIssue } from '../../contract/types.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { validateDescription } from './rules.ts';

/** Nobody learns more from a larger figure, and whoever sends the longest text would hold the server with it. */
export const COUNTED_UP_TO = 10 * DEFAULT_LIMITS.descriptionMaxGraphemes;

/** Of a request or a reply. */
export function validateText(text: string): ContractIssue[] {
  return validateDescription(text, DEFAULT_LIMITS, COUNTED_UP_TO);
}
