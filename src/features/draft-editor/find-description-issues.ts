import type { Profile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { Limits } from '../../domain/limits.ts';
import { hasEnded } from '../../domain/representation.ts';
import { validateComplaint } from '../../domain/validate-complaint.ts';
import { validateDescription } from '../../domain/validate-description.ts';
import type { SayableIssue } from './use-issue-sentence.ts';

type Answers = Pick<DraftRow, 'kind' | 'onBehalfOf' | 'description' | 'complaint'>;

/** What keeps the first step from going on, in the order of its fields. */
export function findDescriptionIssues(
  { kind, onBehalfOf, description, complaint }: Answers,
  limits: Limits,
  profile: Profile | null,
): SayableIssue[] {
  const found: SayableIssue[] = [];
  if (kind === null) found.push({ field: 'kind', code: 'kindMissing' });
  // Without the session's word nothing is known of representations: the server decides.
  if (profile && onBehalfOf && hasEnded(onBehalfOf, profile.representations)) {
    found.push({ field: 'onBehalfOf', code: 'representationEnded', params: { name: onBehalfOf.name } });
  }
  found.push(...validateDescription(description, limits));
  if (kind === 'complaint') found.push(...validateComplaint(complaint));
  return found;
}
