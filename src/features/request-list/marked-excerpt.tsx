import { Fragment } from 'react';
import { firstWords } from '../../lib/first-words.ts';
import { findWord, markWords, type Searched } from '../../lib/mark-words.ts';
import { EXCERPT_GRAPHEMES } from '../../parts/excerpt.tsx';

/** A text with its searched words marked; it is never read as markup. */
export function Marked({ text, words }: { text: string; words: Searched }) {
  let position = 0;
  return markWords(text, words).map((part) => {
    const key = position;
    position += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <Fragment key={key}>{part.text}</Fragment>;
  });
}

const BEFORE_UNITS = 60;

/** The part of a text in which a searched word stands; its beginning when none does. */
function foundExcerpt(text: string, words: Searched, graphemes: number): string {
  const place = findWord(text, words);
  if (place < BEFORE_UNITS) return firstWords(text, graphemes);
  const space = text.lastIndexOf(' ', place - BEFORE_UNITS / 2);
  return `…${firstWords(text.slice(space < place - BEFORE_UNITS * 2 ? place : space), graphemes)}`;
}

interface MarkedExcerptProps {
  text: string;
  words: Searched;
  graphemes?: number;
}

/** The beginning of a text or, where words were searched for, the part in which they stand. */
export function MarkedExcerpt({ text, words, graphemes = EXCERPT_GRAPHEMES }: MarkedExcerptProps) {
  return (
    <bdi>
      <Marked text={foundExcerpt(text, words, graphemes)} words={words} />
    </bdi>
  );
}
