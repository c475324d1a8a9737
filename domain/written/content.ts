import { type Choices, hasWords, type Loose, type Written, writtenIn } from './words.ts';

/** All that a draft says, files apart. */
export type Content = Choices & Written;

/** Exactly that, of whatever has more or leaves some of it out. */
export function contentOf(said: Loose<Content>): Content {
  const { kind = null, onBehalfOf = null, aboutRequestId = null, replyTo = null, topic = null } = said;
  return { kind, onBehalfOf, ...writtenIn(said), aboutRequestId, replyTo, topic };
}

/** Words in any field, also in those that its kind hides, or files: what must never be lost. A choice alone can be made again. */
export function hasContent(written: Loose<Written>, files: readonly unknown[]): boolean {
  return hasWords(written) || files.length > 0;
}

/** Content, or a choice: what is worth having on another device too. */
export function isBegun(said: Loose<Content>, files: readonly unknown[]): boolean {
  const { kind, topic } = contentOf(said);
  return hasContent(said, files) || kind !== null || topic !== null;
}
