import styles from './own-words.module.css';

interface OwnWordsProps {
  text: string;
  /** Where it is known. */
  lang?: string | undefined;
}

/** What somebody wrote, line by line as they wrote it. */
export function OwnWords({ text, lang }: OwnWordsProps) {
  return (
    <p dir="auto" lang={lang} className={styles.text}>
      {text}
    </p>
  );
}
