import { countFitting, countGraphemes } from '../graphemes.ts';
import type { Issue, IssueCode } from '../issue.ts';
import type { Limits } from '../limits.ts';
import { type Loose, WORD_FIELDS, type WordField, type Words, type Written, wordsOf } from './words.ts';

type DescriptionLimits = Pick<Limits, 'descriptionMinGraphemes' | 'descriptionMaxGraphemes'>;

/** A complaint is a right: beside what happened nothing is required, and not knowing a service's name must not stop it. */
export type OptionalField = Exclude<WordField, 'description'>;

interface OptionalRule {
  /** As a person counts them. */
  maxGraphemes: number;
  /** What the contract takes, in UTF-16 code units. */
  maxUnits: number;
  tooLong: IssueCode;
}

export const OPTIONAL_RULES: Record<OptionalField, OptionalRule> = {
  office: { maxGraphemes: 300, maxUnits: 2000, tooLong: 'complaintOfficeTooLong' },
  happenedOn: { maxGraphemes: 300, maxUnits: 2000, tooLong: 'complaintHappenedOnTooLong' },
  wanted: { maxGraphemes: 4000, maxUnits: 20_000, tooLong: 'complaintWantedTooLong' },
};

export function isOptional(field: WordField): field is OptionalField {
  return field !== 'description';
}

/** What is wrong in the fields that are looked at, in the order of asking. Counted to the end, or with `enough` no further than that. */
export function validateWords(
  fields: readonly WordField[],
  written: Loose<Written>,
  limits: DescriptionLimits,
  enough?: number,
): Issue[] {
  const words: Words = wordsOf(written);
  return fields.flatMap((field) =>
    isOptional(field)
      ? validateOptional(OPTIONAL_RULES[field], words[field], enough)
      : validateDescription(words[field], limits, enough),
  );
}

/** Also of a reply. At most one issue. Typing over the limit is allowed and told: cutting would lose the citizen's words. */
export function validateDescription(text: string, limits: DescriptionLimits, enough?: number): Issue[] {
  const { descriptionMinGraphemes: min, descriptionMaxGraphemes: max } = limits;
  const count = countGraphemes(text, enough);
  if (count === 0) return [{ field: 'description', code: 'descriptionMissing' }];
  if (count < min) return [{ field: 'description', code: 'descriptionTooShort', params: { min } }];
  if (count > max)
    return [{ field: 'description', code: 'descriptionTooLong', params: { over: count - max, max } }];
  return [];
}

function validateOptional(rule: OptionalRule, typed: string, enough?: number): Issue[] {
  const { maxGraphemes, maxUnits, tooLong } = rule;
  const text = typed.trim();
  const max = Math.min(maxGraphemes, countFitting(text, maxUnits));
  const over = countGraphemes(text, enough) - max;
  return over > 0 ? [{ field: 'complaint', code: tooLong, params: { over, max } }] : [];
}

/** The field that an issue is about, if it is about one; what a newer server says stands at the first of its place. */
export function wordFieldOf({ field, code }: { field: string; code: string }): WordField | undefined {
  if (field === 'description') return field;
  if (field !== 'complaint') return undefined;
  const optional = WORD_FIELDS.filter(isOptional);
  return optional.find((one) => OPTIONAL_RULES[one].tooLong === code) ?? optional[0];
}
