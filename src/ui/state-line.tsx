import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Tone } from './notice.tsx';
import styles from './state-line.module.css';
import tones from './tones.module.css';

/** How something stands, in one quiet line that always takes the same room: it can become another one without moving anything. */
export function StateLine({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone;
  icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <p className={classNames(styles.line, tones[tone])}>
      <Icon size={16} aria-hidden="true" className={styles.icon} />
      <span>{children}</span>
    </p>
  );
}
