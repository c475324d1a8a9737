import type { ReactNode } from 'react';
import styles from './card.module.css';
import { classNames } from './class-names.ts';

interface CardProps {
  as: 'article' | 'section' | 'li';
  labelledBy?: string | undefined;
  /** Whether the card holds something new to the citizen; its words must say so too. */
  highlighted?: boolean;
  children: ReactNode;
}

export function Card({ as: Element, labelledBy, highlighted = false, children }: CardProps) {
  return (
    <Element
      className={classNames(styles.card, highlighted && styles.highlighted)}
      aria-labelledby={labelledBy}
    >
      {children}
    </Element>
  );
}
