import styles from './own-words.module.css';

/** What somebody wrote, line by line as they wrote it; in which language, where that is known. */
export function OwnWords({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <p dir="auto" lang={lang} className={styles.text}>
      {text}
    </p>
  );
}
