import i18next from 'i18next';
import { indexPhrases, type PhraseIndex } from '../../../domain/topics/phrase-scores.ts';

const ready = new WeakMap<Record<string, string>, PhraseIndex>();

/** The words that short answers are chosen by, in the interface's language, which must be loaded; indexed once, like those of topics. */
export function readyAnswerWords(): PhraseIndex {
  const { words }: { words: Record<string, string> } = i18next.getResourceBundle(i18next.language, 'answers');
  const known = ready.get(words);
  if (known) return known;
  // No word is left out: *até* and *quando* ask for a date only together.
  const made = indexPhrases(words, '');
  ready.set(words, made);
  return made;
}
