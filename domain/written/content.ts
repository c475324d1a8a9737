import { type Choices, hasWords, type Loose, type Written, writtenIn } from './words.ts';

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
