import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { buttonClass } from '../../ui/button.tsx';

/** **Criar pedido**, as the one primary button of the list. */
export function CreateLink() {
  const { t } = useTranslation('common');
  return (
    // Preloading would make a draft's id that nobody asked for.
    <Link to={ADDRESSES.newDraft} preload={false} className={buttonClass('primary')}>
      {t('nav.newRequest')}
    </Link>
  );
}
