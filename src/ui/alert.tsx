import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface AlertProps {
  title: string;
  children?: ReactNode;
}

/** Says that what was just tried has failed. Screen readers say it at once. */
export function Alert({ title, children }: AlertProps) {
  return (
    <div role="alert">
      <Notice tone="danger" title={title}>
        {children}
      </Notice>
    </div>
  );
}
