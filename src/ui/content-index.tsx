import { buttonClass } from './button.tsx';
import styles from './content-index.module.css';

/** The index of a page longer than three screens. Its links are native: the browser moves the focus, also when the same link is pressed again. */
export function ContentIndex({ sections }: { sections: readonly { id: string; heading: string }[] }) {
  return (
    <ul className={styles.index}>
      {sections.map(({ id, heading }) => (
        <li key={id}>
          <a href={`#${id}`} className={buttonClass('quiet')}>
            {heading}
          </a>
        </li>
      ))}
    </ul>
  );
}
