import type { ComplaintDetails, DraftContent, RequestKind } from '../../contract/types.ts';

/** What a draft says in choices. Whatever else the contract has in one, but for its files and its date, is words. */
export const CHOICES = ['kind', 'onBehalfOf', 'aboutRequestId', 'replyTo', 'topic'] as const;
type Choice = (typeof CHOICES)[number];

export type Choices = Required<Pick<DraftContent, Choice>>;

/** All that a citizen writes, as drafts, requests, copies and the wire hold it. */
export type Written = Required<Omit<DraftContent, Choice | 'attachments' | 'writtenAt'>>;

/** The same, field by field. */
export type WordField = Exclude<keyof Written, 'complaint'> | keyof ComplaintDetails;
export type Words = Record<WordField, string>;

const NO_COMPLAINT: ComplaintDetails = { office: '', happenedOn: '', wanted: '' };

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
  return Object.fromEntries(
    WRITTEN_PARTS.filter((part) => patch[part] !== undefined).map((part) => [part, patch[part]]),
  );
}

export function wordsOf(written: Loose<Written>): Words {
  const { complaint, ...others } = writtenIn(written);
  return { ...others, ...NO_COMPLAINT, ...complaint };
}

export function writtenOf({ office, happenedOn, wanted, ...others }: Words): Written {
  const complaint = { office, happenedOn, wanted };
  const isEmpty = Object.values(complaint).every((text) => text === '');
  return { ...others, complaint: isEmpty ? null : complaint };
}

/** One for each field, as labels and places of them are made. */
export function forEachField<T>(make: (field: WordField) => T): Record<WordField, T> {
  return Object.fromEntries(WORD_FIELDS.map((field) => [field, make(field)])) as Record<WordField, T>;
}

/** Whether the words of both stand to each other as asked, in every field. */
function compareFields(
  a: Loose<Written>,
  b: Loose<Written>,
  test: (a: string, b: string) => boolean,
): boolean {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  return WORD_FIELDS.every((field) => test(mine[field], theirs[field]));
}

const isBlank = (text: string) => text.trim() === '';

export function hasSameWords(a: Loose<Written>, b: Loose<Written>): boolean {
  return compareFields(a, b, (mine, theirs) => mine === theirs);
}

/** Whether all words of the earlier stand in the later as they are; fields that were empty may have been filled in. */
export function keepsWords(later: Loose<Written>, earlier: Loose<Written>): boolean {
  return compareFields(later, earlier, (mine, theirs) => isBlank(theirs) || mine === theirs);
}

/** Whether each field of the later begins with the words of the earlier, which then need not be kept beside it. */
export function goesOnFrom(later: Loose<Written>, earlier: Loose<Written>): boolean {
  return compareFields(later, earlier, (mine, theirs) => isBlank(theirs) || mine.startsWith(theirs));
}

/** What was written in, in the order of asking. */
export function filledFields(written: Loose<Written>): { field: WordField; text: string }[] {
  const words = wordsOf(written);
  return WORD_FIELDS.map((field) => ({ field, text: words[field] })).filter(({ text }) => !isBlank(text));
}

export function hasWords(written: Loose<Written>): boolean {
  return filledFields(written).length > 0;
}

/** What a draft of this kind asks, in the order of asking. */
export function askedOf(kind: RequestKind | null): readonly WordField[] {
  return kind === 'complaint' ? WORD_FIELDS : WORD_FIELDS.filter((field) => !(field in NO_COMPLAINT));
}

/** What is submitted: the answers to what the kind asks. The others stay in the draft, so that changing the kind back brings them back. */
export function submittedWords(draft: Loose<Written> & Pick<Choices, 'kind'>): Written {
  const words = wordsOf(draft);
  return writtenOf({
    ...NO_WORDS,
    ...Object.fromEntries(askedOf(draft.kind).map((field) => [field, words[field]])),
  });
}

/** A reply has one field, which the wire calls its body. */
export function bodyOf({ description }: Pick<Written, 'description'>): string {
  return description;
}

export function writtenInReply({ body }: { body: string }): Written {
  return writtenIn({ description: body });
}
