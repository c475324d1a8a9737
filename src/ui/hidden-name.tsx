import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What a button is about, for the ear: several of the same words could not be told apart. */
export function HiddenName({ children }: { children: ReactNode }) {
  return (
    <VisuallyHidden>
      {' '}
      <bdi>{children}</bdi>
    </VisuallyHidden>
  );
}
