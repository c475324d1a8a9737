import i18next from 'i18next';
import { indexPhrases, type PhraseIndex } from '../../../domain/topics/phrase-scores.ts';

const ready = new WeakMap<Record<string, string>, PhraseIndex>();

/**
 * Returns the index of the words by which short answers are chosen, in the interface's language, whose texts must be loaded. It is made only once, like that of
 * the topics.
 */
export function readyAnswerWords(): PhraseIndex {
  const { words }: { words: Record<string, string> } = i18next.getResourceBundle(i18next.language, 'answers');
  const known = ready.get(words);
  if (known) return known;
  // No word is left out of the index: *até* and *quando* ask for a date only together.
  const made = indexPhrases(words, '');
  ready.set(words, made);
  return made;
}
