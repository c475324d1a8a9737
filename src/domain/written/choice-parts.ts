import { CHOICES, type Choices, type Loose } from './words.ts';

/** Of what changes a draft, the parts that are choices. Asked while somebody writes, and so in a file of its own: the list does without. */
export function choiceParts(patch: Loose<Choices>): Partial<Choices> {
  return Object.fromEntries(
    CHOICES.filter((part) => patch[part] !== undefined).map((part) => [part, patch[part]]),
  );
}
