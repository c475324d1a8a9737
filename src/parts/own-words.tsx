import { useContext } from 'react';
import { Marked } from './marked.tsx';
import styles from './own-words.module.css';
import { SearchedContext } from './searched-context.ts';

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
