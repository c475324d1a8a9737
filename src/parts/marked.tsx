import { Fragment } from 'react';
import { markWords, type Searched } from '../lib/mark-words.ts';
import { NoWrap } from '../ui/no-wrap.tsx';

/** A text with its searched words marked and its references whole; it is never read as markup. */
export function Marked({ text, words }: { text: string; words: Searched }) {
  return <NoWrap text={text}>{(part) => markIn(part, words)}</NoWrap>;
}

function markIn(text: string, words: Searched) {
  let position = 0;
  return markWords(text, words).map((part) => {
    const key = position;
    position += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <Fragment key={key}>{part.text}</Fragment>;
  });
}
