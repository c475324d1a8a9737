import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'className' | 'style'> {
  variant: ButtonVariant;
  type: 'button' | 'submit';
  /** A busy button keeps its place and the focus, and ignores presses. */
  busy?: boolean | undefined;
  icon?: LucideIcon | undefined;
}

/** The class that makes a link look like a button: `<Link className={buttonClass('primary')}>`. */
export function buttonClass(variant: ButtonVariant): string {
  return classNames(styles.button, styles[variant]);
}

export function Button({ variant, busy = false, icon: Icon, children, onClick, ...native }: ButtonProps) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    // Unless it is prevented, a busy submit button would send its form a second time.
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...native}
      className={buttonClass(variant)}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
    >
      {Icon && <Icon size={20} />}
      {children}
    </button>
  );
}
