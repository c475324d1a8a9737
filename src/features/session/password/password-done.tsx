import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { takeLostFocus } from '../../../ui/use-focus-on.ts';

/** Replaces the form, and takes the focus that its button had. */
export function PasswordDone({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation('password');
  return (
    <div ref={takeLostFocus} tabIndex={-1}>
      <Notice tone="success" title={t('doneTitle')}>
        <p>{text}</p>
        <p>{children}</p>
      </Notice>
    </div>
  );
}
