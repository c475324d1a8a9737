import { createContext, Fragment, useContext } from 'react';
import { markWords, type Searched } from '../lib/mark-words.ts';
import { NoWrap } from '../ui/no-wrap.tsx';
import styles from './own-words.module.css';

interface OwnWordsProps {
  text: string;
  /** The language of the text, where it is known. */
  lang?: string | undefined;
}

/** A text that the citizen or the office wrote, with its line breaks. */
export function OwnWords({ text, lang }: OwnWordsProps) {
  const words = useContext(SearchedContext);
  return (
    <p dir="auto" lang={lang} className={styles.text}>
      <Marked text={text} words={words} />
    </p>
  );
}

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

/** The searched words by which the citizen found this page; they are marked in its texts. */
export const SearchedContext = createContext<Searched>([]);
