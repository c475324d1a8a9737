import type { Limits } from '../../../domain/limits.ts';
import { validateWords } from '../../../domain/written/rules.ts';
import type { Choices, Written } from '../../../domain/written/words.ts';
import type { Profile } from '../../db/core/metadata.ts';
import type { SayableIssue } from './use-step-issues.ts';

/** Finds the issues of the first screen, in the order of its fields. */
export function findIssues(
  { kind, onBehalfOf, description }: Pick<Choices, 'kind' | 'onBehalfOf'> & Pick<Written, 'description'>,
  limits: Limits,
  profile: Profile | null,
): SayableIssue[] {
  const found: SayableIssue[] = validateWords(['description'], { description }, limits);
  if (kind === null) found.push({ field: 'kind', code: 'kindMissing' });
  // Without a profile the representations are unknown: the server decides.
  if (profile && onBehalfOf && hasEnded(onBehalfOf, profile.representations)) {
    found.push({ field: 'onBehalfOf', code: 'representationEnded', params: { name: onBehalfOf.name } });
  }
  return found;
}

type Named = { id: string };

/** Whether the citizen may no longer act for the person that a draft names. */
export function hasEnded(onBehalfOf: Named | null, representations: readonly Named[]): boolean {
  return onBehalfOf !== null && !representations.some(({ id }) => id === onBehalfOf.id);
}
