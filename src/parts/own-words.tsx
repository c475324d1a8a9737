import styles from './own-words.module.css';

interface OwnWordsProps {
  text: string;
  /** The language of the text, where it is known. */
  lang?: string | undefined;
  /** The position from which the text can be hidden, and the class that hides it. */
  rest?: { from: number; className: string | undefined };
}

/** A text of the citizen's or of the office's, with its line breaks. */
export function OwnWords({ text, lang, rest }: OwnWordsProps) {
  const from = rest?.from ?? text.length;
  return (
    <p dir="auto" lang={lang} className={styles.text}>
      {text.slice(0, from)}
      {from < text.length && <span className={rest?.className}>{text.slice(from)}</span>}
    </p>
  );
}
