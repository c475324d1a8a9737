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

/**
 * The limit of what is sent as a description, a reply or an answer, in UTF-16 code units: 4000 emoji of families fit. Drafts may be longer, by the contract. In
 * one character there may be any number of accents, so without this limit a few letters could fill the office's memory.
 */
const DESCRIPTION_MAX_UNITS = 60_000;
/** The contract's limit of a comment on an answer, in UTF-16 code units. */
const COMMENT_MAX_UNITS = 20_000;

/** The characters that are too many, and how many there may be. */
interface Excess {
  over: number;
  max: number;
}

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
  const { descriptionMinGraphemes: min, descriptionMaxGraphemes } = limits;
  const count = countGraphemes(text, enough);
  if (count === 0) return [{ field: 'description', code: 'descriptionMissing' }];
  if (count < min) return [{ field: 'description', code: 'descriptionTooShort', params: { min } }];
  const excess = findExcess(text, count, descriptionMaxGraphemes, DESCRIPTION_MAX_UNITS);
  return excess ? [{ field: 'description', code: 'descriptionTooLong', params: { ...excess } }] : [];
}

/** Finds how much a comment on an answer is over what the contract takes; null when it fits. No other limit is set to it. */
export function findCommentExcess(typed: string): Excess | null {
  const text = typed.trim();
  return findExcess(text, countGraphemes(text), Number.POSITIVE_INFINITY, COMMENT_MAX_UNITS);
}

function validateOptional(rule: OptionalRule, typed: string, enough?: number): Issue[] {
  const { place, maxGraphemes, maxUnits, tooLong } = rule;
  const excess = findExcess(typed, countGraphemes(typed, enough), maxGraphemes, maxUnits);
  return excess ? [{ field: place, code: tooLong, params: { ...excess } }] : [];
}

/**
 * A text may have fewer characters than its limit says where one takes many code units, and the white space around it counts where the whole is longer than
 * `maxUnits`. `count`: its characters without that white space, counted far enough.
 */
function findExcess(text: string, count: number, maxGraphemes: number, maxUnits: number): Excess | null {
  if (text.length <= maxUnits)
    return count > maxGraphemes ? { over: count - maxGraphemes, max: maxGraphemes } : null;
  const around = text.length - text.trim().length;
  const max = Math.min(maxGraphemes, countFitting(text, maxUnits));
  return { over: count + around - max, max };
}

/** Returns the field of words that an issue is about, if any. An unknown code of a newer server goes to the first field of its place. */
export function wordFieldOf({ field, code }: { field: string; code: string }): WordField | undefined {
  if (field === 'description') return field;
  const optional = WORD_FIELDS.filter(isOptional).filter((one) => OPTIONAL_RULES[one].place === field);
  return optional.find((one) => OPTIONAL_RULES[one].tooLong === code) ?? optional[0];
}
