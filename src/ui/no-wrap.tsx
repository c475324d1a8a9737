import styles from './layout.module.css';

interface NoWrapProps {
  text: string;
  /** The part that is not broken, such as a reference with its hyphens. One press selects all of it. */
  part: string;
}

/** A sentence with a part that must be read and copied as a whole, wherever the language puts it. */
export function NoWrap({ text, part }: NoWrapProps) {
  const start = text.indexOf(part);
  if (start < 0) return text;
  return (
    <>
      {text.slice(0, start)}
      <span className={styles.noWrap}>{part}</span>
      {text.slice(start + part.length)}
    </>
  );
}
