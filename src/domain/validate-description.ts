import { countGraphemes } from './graphemes.ts';
import type { Issue } from './issue.ts';
import type { Limits } from './limits.ts';

type DescriptionLimits = Pick<Limits, 'descriptionMinGraphemes' | 'descriptionMaxGraphemes'>;

/**
 * At most one issue. Typing over the limit is allowed and told: cutting would lose the citizen's words. Counted to its end, or with
 * `enough` no further than that.
 */
export function validateDescription(text: string, limits: DescriptionLimits, enough?: number): Issue[] {
  const { descriptionMinGraphemes: min, descriptionMaxGraphemes: max } = limits;
  const count = countGraphemes(text, enough);
  if (count === 0) return [{ field: 'description', code: 'descriptionMissing' }];
  if (count < min) return [{ field: 'description', code: 'descriptionTooShort', params: { min } }];
  if (count > max)
    return [{ field: 'description', code: 'descriptionTooLong', params: { over: count - max, max } }];
  return [];
}
