import type { Limits } from '../../../domain/limits.ts';
import { hasEnded } from '../../../domain/representation.ts';
import { askedOf } from '../../../domain/written/asked-words.ts';
import { isOptional, validateWords } from '../../../domain/written/rules.ts';
import type { Choices, Written } from '../../../domain/written/words.ts';
import type { Profile } from '../../db/core/metadata.ts';
import type { SayableIssue } from './use-step-issues.ts';

/** Finds the issues of the first step, in the order of its fields. */
export function findIssues(
  { kind, onBehalfOf, ...written }: Pick<Choices, 'kind' | 'onBehalfOf'> & Written,
  limits: Limits,
  profile: Profile | null,
): SayableIssue[] {
  const optional = askedOf(kind).filter(isOptional);
  const found: SayableIssue[] = validateWords(['description'], written, limits);
  if (kind === null) found.push({ field: 'kind', code: 'kindMissing' });
  found.push(...validateWords(optional, written, limits));
  // Without a profile the representations are unknown: the server decides.
  if (profile && onBehalfOf && hasEnded(onBehalfOf, profile.representations)) {
    found.push({ field: 'onBehalfOf', code: 'representationEnded', params: { name: onBehalfOf.name } });
  }
  return found;
}
