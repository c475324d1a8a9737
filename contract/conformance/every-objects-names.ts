/** The properties that every object inherits: code that uses a sent word as a key finds these where nothing was put. */
export const EVERY_OBJECTS_NAMES: readonly string[] = Object.getOwnPropertyNames(Object.prototype);

/** Makes a topic of which each text is this word. */
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
