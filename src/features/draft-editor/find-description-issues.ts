import type { Profile } from '../../db/core/metadata.ts';
import type { Limits } from '../../domain/limits.ts';
import { hasEnded } from '../../domain/representation.ts';
import { validateWords } from '../../domain/written/rules.ts';
import { askedOf, type Choices, type Written } from '../../domain/written/words.ts';
import type { SayableIssue } from './use-issue-sentence.ts';

type Answers = Pick<Choices, 'kind' | 'onBehalfOf'> & Written;

/** What keeps the first step from going on, in the order of its fields. */
export function findDescriptionIssues(
  { kind, onBehalfOf, ...written }: Answers,
  limits: Limits,
  profile: Profile | null,
): SayableIssue[] {
  const found: SayableIssue[] = [];
  if (kind === null) found.push({ field: 'kind', code: 'kindMissing' });
  // Without the session's word nothing is known of representations: the server decides.
  if (profile && onBehalfOf && hasEnded(onBehalfOf, profile.representations)) {
    found.push({ field: 'onBehalfOf', code: 'representationEnded', params: { name: onBehalfOf.name } });
  }
  return [...found, ...validateWords(askedOf(kind), written, limits)];
}
