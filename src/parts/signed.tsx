import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptCheck } from '../db/core/schema.ts';
import { lazyPart } from './lazy-part.tsx';

/** Loaded on its own: hardly anybody ever sees it. */
const UnfitReceipt = lazyPart(() => import('./unfit-receipt.tsx'), 'UnfitReceipt');

/** The words **Comprovativo assinado**, placed after the time at which something was received. */
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
  /** Who wrote the words that the receipt stands for. */
  author: 'citizen' | 'office';
}

/** Warns that the receipt does not fit the words shown beside it. The words stay on the page. */
export function Unfit({ check, author }: UnfitProps) {
  if (check === undefined || check === 'fits') return null;
  return (
    <Suspense fallback={null}>
      <UnfitReceipt author={author} />
    </Suspense>
  );
}
