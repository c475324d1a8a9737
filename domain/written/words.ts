import type { ComplaintDetails, DraftContent } from '../../contract/types.ts';

/** The choices of a draft. All its other fields in the contract, but files and date, are words. */
export const CHOICES = ['kind', 'onBehalfOf', 'aboutRequestId', 'replyTo', 'topic'] as const;
type Choice = (typeof CHOICES)[number];

export type Choices = Required<Pick<DraftContent, Choice>>;

/** The citizen's words in the shape of drafts, requests, copies and the wire. */
export type Written = Required<Omit<DraftContent, Choice | 'attachments' | 'writtenAt'>>;

/** A field of words. */
export type WordField = Exclude<keyof Written, 'complaint'> | keyof ComplaintDetails;
export type Words = Record<WordField, string>;

export const NO_COMPLAINT: ComplaintDetails = { office: '', happenedOn: '', wanted: '' };

/** Empty words; the order of the fields is the order of asking. */
export const NO_WORDS: Words = { description: '', ...NO_COMPLAINT };
export const WORD_FIELDS = Object.keys(NO_WORDS) as readonly WordField[];

/** A value of which some fields may be absent: older builds and servers leave out what they do not know. */
export type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Returns the words alone of anything that has some. */
export function writtenIn({ description = '', complaint = null }: Loose<Written>): Written {
  return { description, complaint };
}

const WRITTEN_PARTS = Object.keys(writtenIn({})) as readonly (keyof Written)[];

/** Returns the words in a patch of a draft. */
export function writtenParts(patch: Loose<Written>): Partial<Written> {
  return partsOf(patch, WRITTEN_PARTS);
}

/** Returns the choices in a patch of a draft. */
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

/** Makes a value for each field, such as a label. */
export function forEachField<T>(make: (field: WordField) => T): Record<WordField, T> {
  return Object.fromEntries(WORD_FIELDS.map((field) => [field, make(field)])) as Record<WordField, T>;
}

export const isBlank = (text: string) => text.trim() === '';

/** Returns the fields that have words, in the order of asking. */
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

/** The words and choices of a draft. */
export type Content = Choices & Written;

/** Returns the content alone of anything that has more fields or lacks some. */
export function contentOf(said: Loose<Content>): Content {
  const { kind = null, onBehalfOf = null, aboutRequestId = null, replyTo = null, topic = null } = said;
  return { kind, onBehalfOf, ...writtenIn(said), aboutRequestId, replyTo, topic };
}

/** Whether there are words, also in fields that the kind hides, or files, which must never be lost. A choice alone can be made again. */
export function hasContent(written: Loose<Written>, files: readonly unknown[]): boolean {
  return hasWords(written) || files.length > 0;
}

/** Whether there is content or a choice, worth having on another device too. */
export function isBegun(said: Loose<Content>, files: readonly unknown[]): boolean {
  const { kind, topic } = contentOf(said);
  return hasContent(said, files) || kind !== null || topic !== null;
}
