import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  icon?: LucideIcon | undefined;
  action?: ReactNode;
}

export function EmptyState({ title, children, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={32} className={styles.icon} />}
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.body}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
