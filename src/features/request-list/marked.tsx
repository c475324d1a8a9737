import { Fragment } from 'react';
import { markWords } from '../../lib/mark-words.ts';

/** A text in which the searched words are marked; it stays text whatever stands in it. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  let position = 0;
  return markWords(text, words).map((part) => {
    const key = position;
    position += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <Fragment key={key}>{part.text}</Fragment>;
  });
}
