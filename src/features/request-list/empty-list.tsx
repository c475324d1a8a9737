import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';

/** For whoever has nothing yet: everybody else's first page does without it. */
export function EmptyList() {
  const { t } = useTranslation('requests');
  return (
    <EmptyState title={t('empty.title')} icon={Inbox}>
      <p>{t('empty.text')}</p>
    </EmptyState>
  );
}
