import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';
import tones from './tones.module.css';

/** The meaning of a notice's or tag's colour; the words and the icon beside it say the same. */
export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'offline';

interface NoticeProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  icon?: LucideIcon | undefined;
}

const TONE_ICONS: Record<Tone, LucideIcon> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  offline: WifiOff,
};

/** A notice that stays on the page. It is not announced: use `announce` as well for one that must be heard. */
export function Notice({ tone, title, children, icon }: NoticeProps) {
  const Icon = icon ?? TONE_ICONS[tone];
  return (
    <div className={classNames(styles.notice, tones[tone])}>
      <Icon className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
