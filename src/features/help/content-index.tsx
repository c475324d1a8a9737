import { buttonClass } from '../../ui/button.tsx';
import styles from './help.module.css';

interface ContentIndexProps {
  sections: readonly { id: string; heading: string }[];
}

/** Native links: the browser then moves the focus too, however often the same one is pressed. */
export function ContentIndex({ sections }: ContentIndexProps) {
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
