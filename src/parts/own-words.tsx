import styles from './own-words.module.css';

interface OwnWordsProps {
  text: string;
  /** In which language, where that is known. */
  lang?: string | undefined;
  /** Where the rest begins that may be put away, and how. */
  rest?: { from: number; className: string | undefined };
}

/** What somebody wrote, line by line as they wrote it. */
export function OwnWords({ text, lang, rest }: OwnWordsProps) {
  const from = rest?.from ?? text.length;
  return (
    <p dir="auto" lang={lang} className={styles.text}>
      {text.slice(0, from)}
      {from < text.length && <span className={rest?.className}>{text.slice(from)}</span>}
    </p>
  );
}
