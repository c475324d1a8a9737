import styles from './layout.module.css';

interface NoWrapProps {
  text: string;
  /** Its part that stays in one piece, such as a reference: a line may otherwise end at its hyphen. One press marks all of it. */
  part: string;
}

/** A sentence with something in it that must be read, and copied, as a whole, wherever the language puts it. */
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
