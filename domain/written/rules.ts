import { countFitting, countGraphemes } from '../graphemes.ts';
import type { Issue, IssueCode } from '../issue.ts';
import type { Limits } from '../limits.ts';
import { type Loose, WORD_FIELDS, type WordField, type Words, type Written, wordsOf } from './words.ts';

type DescriptionLimits = Pick<Limits, 'descriptionMinGraphemes' | 'descriptionMaxGraphemes'>;

/** Every field but the description. A complaint is a right: not knowing a service's name must not stop it. */
export type OptionalField = Exclude<WordField, 'description'>;

interface OptionalRule {
  /** The contract's field in which this one is. */
  place: Issue['field'];
  /** The limit in characters as a person counts them. */
  maxGraphemes: number;
  /** The contract's limit, in UTF-16 code units. */
  maxUnits: number;
  tooLong: IssueCode;
}

export const OPTIONAL_RULES: Record<OptionalField, OptionalRule> = {
  office: { place: 'complaint', maxGraphemes: 300, maxUnits: 2000, tooLong: 'complaintOfficeTooLong' },
  happenedOn: {
    place: 'complaint',
    maxGraphemes: 300,
    maxUnits: 2000,
    tooLong: 'complaintHappenedOnTooLong',
  },
  wanted: { place: 'complaint', maxGraphemes: 4000, maxUnits: 20_000, tooLong: 'complaintWantedTooLong' },
};

export function isOptional(field: WordField): field is OptionalField {
  return field !== 'description';
}

/** Finds the issues of these fields, in the order of asking. Counts characters to the end, or up to `enough`. */
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

/** Checks a description or a reply; finds at most one issue. Typing over the limit is allowed and told, since cutting would lose words. */
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
  const { place, maxGraphemes, maxUnits, tooLong } = rule;
  const text = typed.trim();
  const max = Math.min(maxGraphemes, countFitting(text, maxUnits));
  const over = countGraphemes(text, enough) - max;
  return over > 0 ? [{ field: place, code: tooLong, params: { over, max } }] : [];
}

/** Returns the field of words that an issue is about, if any. An unknown code of a newer server goes to the first field of its place. */
export function wordFieldOf({ field, code }: { field: string; code: string }): WordField | undefined {
  if (field === 'description') return field;
  const optional = WORD_FIELDS.filter(isOptional).filter((one) => OPTIONAL_RULES[one].place === field);
  return optional.find((one) => OPTIONAL_RULES[one].tooLong === code) ?? optional[0];
}
