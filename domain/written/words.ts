import type { ComplaintDetails, DraftContent } from '../../contract/types.ts';

/** What a draft says in choices. Whatever else the contract has in one, but for its files and its date, is words. */
export const CHOICES = ['kind', 'onBehalfOf', 'aboutRequestId', 'replyTo', 'topic'] as const;
type Choice = (typeof CHOICES)[number];

export type Choices = Required<Pick<DraftContent, Choice>>;

/** All that a citizen writes, as drafts, requests, copies and the wire hold it. */
export type Written = Required<Omit<DraftContent, Choice | 'attachments' | 'writtenAt'>>;

/** The same, field by field. */
export type WordField = Exclude<keyof Written, 'complaint'> | keyof ComplaintDetails;
export type Words = Record<WordField, string>;

export const NO_COMPLAINT: ComplaintDetails = { office: '', happenedOn: '', wanted: '' };

/** In the order of asking. */
export const NO_WORDS: Words = { description: '', ...NO_COMPLAINT };
export const WORD_FIELDS = Object.keys(NO_WORDS) as readonly WordField[];

/** Rows and copies of older builds, and older servers, leave out what they do not know. */
export type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The words alone, of whatever has some. */
export function writtenIn({ description = '', complaint = null }: Loose<Written>): Written {
  return { description, complaint };
}

const WRITTEN_PARTS = Object.keys(writtenIn({})) as readonly (keyof Written)[];

/** Of what changes a draft, the parts that are words. */
export function writtenParts(patch: Loose<Written>): Partial<Written> {
  return partsOf(patch, WRITTEN_PARTS);
}

/** And those that are choices. */
export function choiceParts(patch: Loose<Choices>): Partial<Choices> {
  return partsOf(patch, CHOICES);
}

function partsOf<T>(patch: Loose<T>, parts: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(
    parts.filter((part) => patch[part] !== undefined).map((part) => [part, patch[part]]),
  ) as Partial<T>;
}

export function wordsOf(written: Loose<Written>): Words {
  const { complaint, ...others } = writtenIn(written);
  return { ...others, ...NO_COMPLAINT, ...complaint };
}

/** One for each field, as labels and places of them are made. */
export function forEachField<T>(make: (field: WordField) => T): Record<WordField, T> {
  return Object.fromEntries(WORD_FIELDS.map((field) => [field, make(field)])) as Record<WordField, T>;
}

export const isBlank = (text: string) => text.trim() === '';

/** What was written in, in the order of asking. */
export function filledFields(written: Loose<Written>): { field: WordField; text: string }[] {
  const words = wordsOf(written);
  return WORD_FIELDS.map((field) => ({ field, text: words[field] })).filter(({ text }) => !isBlank(text));
}

export function hasWords(written: Loose<Written>): boolean {
  return filledFields(written).length > 0;
}

export function writtenInReply({ body }: { body: string }): Written {
  return writtenIn({ description: body });
}
