import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Tone } from './notice.tsx';
import styles from './state-line.module.css';
import tones from './tones.module.css';

/** A state in one quiet line, which always takes the same room: a change of state moves nothing. */
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
      <Icon size={16} className={styles.icon} />
      <span>{children}</span>
    </p>
  );
}
