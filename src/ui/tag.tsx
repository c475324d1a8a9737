import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Tone } from './notice.tsx';
import styles from './tag.module.css';
import tones from './tones.module.css';

interface TagProps {
  tone: Tone | 'neutral';
  children: ReactNode;
  icon?: LucideIcon | undefined;
}

export function Tag({ tone, children, icon: Icon }: TagProps) {
  return (
    <span className={classNames(styles.tag, tones[tone])}>
      {Icon && <Icon size={16} />}
      {children}
    </span>
  );
}
