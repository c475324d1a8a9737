/** What every object answers to: whoever uses a sent word as a key finds these where nothing was put. */
export const EVERY_OBJECTS_NAMES: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** A topic of which each word is that one. */
export function topicOf(word: string) {
  const labelled = { id: word, label: word };
  return {
    status: 'known',
    version: word,
    lifeEvent: labelled,
    subject: labelled,
    reason: labelled,
  } as const;
}
