import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Tells screen readers what a button is about, where several buttons have the same words. */
export function HiddenName({ children }: { children: ReactNode }) {
  return (
    <VisuallyHidden>
      {' '}
      <bdi>{children}</bdi>
    </VisuallyHidden>
  );
}
