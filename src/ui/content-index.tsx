import { buttonClass } from './button.tsx';
import styles from './content-index.module.css';

/** Of a page longer than three screens. Native links: the browser then moves the focus too, however often the same one is pressed. */
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
