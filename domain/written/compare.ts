import type { DraftTopic } from '../../contract/types.ts';
import { writtenOf } from './asked-words.ts';
import {
  CHOICES,
  type Content,
  contentOf,
  forEachField,
  isBlank,
  type Loose,
  WORD_FIELDS,
  type WordField,
  type Written,
  wordsOf,
} from './words.ts';

/** Whether a comparison holds for every field. */
function compareFields(
  a: Loose<Written>,
  b: Loose<Written>,
  test: (a: string, b: string) => boolean,
): boolean {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  return WORD_FIELDS.every((field) => test(mine[field], theirs[field]));
}

export function hasSameWords(a: Loose<Written>, b: Loose<Written>): boolean {
  return compareFields(a, b, (mine, theirs) => mine === theirs);
}

/** Whether the later keeps all words of the earlier unchanged; empty fields may have been filled in. */
export function keepsWords(later: Loose<Written>, earlier: Loose<Written>): boolean {
  return compareFields(later, earlier, (mine, theirs) => isBlank(theirs) || mine === theirs);
}

/** Whether each field of the later begins with the words of the earlier, which then need not be kept beside it. */
export function goesOnFrom(later: Loose<Written>, earlier: Loose<Written>): boolean {
  return compareFields(later, earlier, (mine, theirs) => isBlank(theirs) || mine.startsWith(theirs));
}

/**
 * Joins, field by field, what `mine` and `theirs` have each changed of `base`; null where both have changed the same text. A text that they have emptied is not
 * one of theirs.
 */
export function joinWords(
  base: Loose<Written>,
  mine: Loose<Written>,
  theirs: Loose<Written>,
): Written | null {
  const [before, here, there] = [wordsOf(base), wordsOf(mine), wordsOf(theirs)];
  const isConflict = (field: WordField) =>
    !isBlank(there[field]) &&
    ![before[field], there[field]].includes(here[field]) &&
    there[field] !== before[field];
  if (WORD_FIELDS.some(isConflict)) return null;
  return writtenOf(forEachField((field) => (here[field] === before[field] ? there : here)[field]));
}

type Files = readonly { sha256: string }[];

/** Whether `mine` says nothing that `other` does not say. Where `mine` is empty, `other` may have something. */
export function addsNothing(mine: Loose<Content>, other: Loose<Content>): boolean {
  return keepsWords(other, mine) && addsNoChoice(mine, other);
}

/** Whether `mine` chooses nothing that `other` does not choose. */
export function addsNoChoice(mine: Loose<Content>, other: Loose<Content>): boolean {
  const isIn = (choice: (typeof CHOICES)[number]) =>
    mine[choice] == null || JSON.stringify(mine[choice]) === JSON.stringify(other[choice]);
  return CHOICES.every(isIn);
}

/** Whether a request or a message says all that its draft says. What a message answers is not compared, since it cannot differ. */
export function saysTheSame(
  mine: Loose<Content> & { files: Files },
  taken: Loose<Content> & { files: Files },
): boolean {
  const [a, b] = [contentOf(mine), contentOf(taken)];
  return (
    hasSameWords(a, b) &&
    a.kind === b.kind &&
    a.onBehalfOf?.id === b.onBehalfOf?.id &&
    a.aboutRequestId === b.aboutRequestId &&
    topicIds(a.topic).join() === topicIds(b.topic).join() &&
    hashesOf(mine.files) === hashesOf(taken.files)
  );
}

function topicIds(topic: DraftTopic): (string | undefined)[] {
  if (topic === null || topic.status === 'unknown') return [topic?.status];
  return [topic.lifeEvent?.id, topic.subject?.id, topic.reason?.id];
}

/** Joins the hashes of the files, for comparing them by content. */
function hashesOf(files: Files): string {
  return files
    .map(({ sha256 }) => sha256)
    .sort()
    .join();
}
