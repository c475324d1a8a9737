import { firstWords } from '../../lib/first-words.ts';
import { findWord } from '../../lib/mark-words.ts';

const GRAPHEMES = 140;
/** What stands before the word that was found. */
const BEFORE_UNITS = 60;

/** The part of a text in which a searched word stands; its beginning when none does. */
export function foundExcerpt(text: string, words: readonly string[], graphemes = GRAPHEMES): string {
  const place = findWord(text, words);
  if (place < BEFORE_UNITS) return firstWords(text, graphemes);
  const space = text.lastIndexOf(' ', place - BEFORE_UNITS / 2);
  return `…${firstWords(text.slice(space < place - BEFORE_UNITS * 2 ? place : space), graphemes)}`;
}
