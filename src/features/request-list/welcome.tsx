import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';

/** For citizens without drafts and requests: says what e-Clic is for and how to begin. */
export function Welcome({ action }: { action: ReactNode }) {
  const { t } = useTranslation('requests');
  return (
    <EmptyState title={t('empty.title')} action={action}>
      <p>{t('empty.what')}</p>
      <p>{t('empty.then')}</p>
    </EmptyState>
  );
}
