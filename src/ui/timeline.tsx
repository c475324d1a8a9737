import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './timeline.module.css';

interface TimelineItem {
  key: string;
  title: ReactNode;
  state: 'done' | 'now' | 'next';
  /** *concluído*, *agora*, *a seguir*: the state is read, not guessed from the colour. */
  stateText: string;
  time?: ReactNode;
  children?: ReactNode;
}

interface TimelineProps {
  items: readonly TimelineItem[];
  labelledBy?: string | undefined;
}

export function Timeline({ items, labelledBy }: TimelineProps) {
  return (
    <ol className={styles.list} aria-labelledby={labelledBy}>
      {items.map((item) => (
        <li
          key={item.key}
          className={classNames(styles.item, styles[item.state])}
          aria-current={item.state === 'now' ? 'step' : undefined}
        >
          <p className={styles.title}>
            {item.title} <span className={styles.state}>{item.stateText}</span>
          </p>
          {item.time && <p className={styles.time}>{item.time}</p>}
          {item.children}
        </li>
      ))}
    </ol>
  );
}
