import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.tsx';
import { ADDRESSES } from './addresses.ts';

/** Says what does not fit the receipt, and what the citizen can do. */
export function UnfitReceipt({ author }: { author: 'citizen' | 'office' }) {
  const { t } = useTranslation('requests');
  return (
    <Notice tone="danger" title={t(`unfit.${author}`)}>
      <p>{t('unfit.text')}</p>
      <p>
        <Link to={ADDRESSES.contacts}>{t('unfit.contacts')}</Link>
      </p>
    </Notice>
  );
}
