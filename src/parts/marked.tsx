import { Fragment } from 'react';
import { markWords, type Searched } from '../lib/mark-words.ts';

/** A text with its searched words marked; it is never read as markup. */
export function Marked({ text, words }: { text: string; words: Searched }) {
  let position = 0;
  return markWords(text, words).map((part) => {
    const key = position;
    position += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <Fragment key={key}>{part.text}</Fragment>;
  });
}
