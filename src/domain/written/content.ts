import type { DraftTopic } from '../../contract/types.ts';
import {
  CHOICES,
  type Choices,
  hasSameWords,
  hasWords,
  keepsWords,
  type Loose,
  type Written,
  writtenIn,
} from './words.ts';

/** All that a draft says, files apart. */
export type Content = Choices & Written;

/** Exactly that, of whatever has more or leaves some of it out. */
export function contentOf(said: Loose<Content>): Content {
  const { kind = null, onBehalfOf = null, aboutRequestId = null, replyTo = null, topic = null } = said;
  return { kind, onBehalfOf, ...writtenIn(said), aboutRequestId, replyTo, topic };
}

type Files = readonly { sha256: string }[];

/** Words in any field, also in those that its kind hides, or files: what must never be lost. A choice alone can be made again. */
export function hasContent(written: Loose<Written>, files: readonly unknown[]): boolean {
  return hasWords(written) || files.length > 0;
}

/** Content, or a choice: what is worth having on another device too. */
export function isBegun(said: Loose<Content>, files: readonly unknown[]): boolean {
  const { kind, topic } = contentOf(said);
  return hasContent(said, files) || kind !== null || topic !== null;
}

/** Whether the other one says all that this one does, and perhaps more in what this one leaves open. */
export function addsNothing(mine: Loose<Content>, other: Loose<Content>): boolean {
  const isIn = (choice: (typeof CHOICES)[number]) =>
    mine[choice] == null || JSON.stringify(mine[choice]) === JSON.stringify(other[choice]);
  return keepsWords(other, mine) && CHOICES.every(isIn);
}

/** Whether a request or a message says all that a draft of it says. What it answers is not looked at: there it cannot be otherwise. */
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

/** The same files, by what is in them. */
function hashesOf(files: Files): string {
  return files
    .map(({ sha256 }) => sha256)
    .sort()
    .join();
}
