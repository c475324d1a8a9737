import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptCheck } from '../db/core/schema.ts';
import { lazyPart } from './lazy-part.tsx';

/** Few ever see it. */
const UnfitReceipt = lazyPart(() => import('./unfit-receipt.tsx'), 'UnfitReceipt');

/** **Comprovativo assinado**, behind the moment of what was received. */
export function Signed({ check }: { check: ReceiptCheck | undefined }) {
  const { t } = useTranslation('requests');
  return (
    check === 'fits' && (
      <>
        {' ·\u00a0'}
        {t('signed')}
      </>
    )
  );
}

interface UnfitProps {
  check: ReceiptCheck | undefined;
  /** Whose words it should be of. */
  author: 'citizen' | 'office';
}

/** Says that a receipt is not of what stands beside it, which stays. */
export function Unfit({ check, author }: UnfitProps) {
  if (check === undefined || check === 'fits') return null;
  return (
    <Suspense fallback={null}>
      <UnfitReceipt author={author} />
    </Suspense>
  );
}
