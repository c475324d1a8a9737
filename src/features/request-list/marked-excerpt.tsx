import { firstWords } from '../../../shared/first-words.ts';
import { findWord, type Searched } from '../../lib/mark-words.ts';
import { EXCERPT_GRAPHEMES } from '../../parts/excerpt.tsx';
import { Marked } from '../../parts/own-words.tsx';

/** How much text may stand before the searched word: a line of a phone shows some forty letters. */
const BEFORE_UNITS = 20;

/** Returns the part of a text in which a searched word stands, or the beginning of the text if none does. */
function foundExcerpt(text: string, words: Searched, graphemes: number): string {
  const place = findWord(text, words);
  if (place < BEFORE_UNITS) return firstWords(text, graphemes);
  const space = text.lastIndexOf(' ', place - BEFORE_UNITS / 2);
  return `…${firstWords(text.slice(space < 0 || space < place - BEFORE_UNITS * 2 ? place : space), graphemes)}`;
}

interface MarkedExcerptProps {
  text: string;
  words: Searched;
  graphemes?: number;
}

/** The beginning of a text or, after a search, the part in which a searched word stands. */
export function MarkedExcerpt({ text, words, graphemes = EXCERPT_GRAPHEMES }: MarkedExcerptProps) {
  return (
    <bdi>
      <Marked text={foundExcerpt(text, words, graphemes)} words={words} />
    </bdi>
  );
}
