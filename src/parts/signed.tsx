import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptCheck } from '../db/core/schema.ts';
import { lazyPart } from './lazy-part.tsx';

/** Loaded on its own: hardly anybody ever sees it. */
const UnfitReceipt = lazyPart(() => import('./unfit-receipt.tsx'), 'UnfitReceipt');

interface SignedProps {
  /** Undefined: nothing is signed. */
  receipt: string | undefined;
  check: ReceiptCheck | undefined;
}

/** Shows its children once the receipt fits. Until it is checked their room is kept: otherwise the late check pushes down what stands below. */
export function WhenSigned({
  receipt,
  check,
  as: Element = 'span',
  children,
}: SignedProps & { as?: 'span' | 'p' | 'div'; children: ReactNode }) {
  const isAwaited = receipt !== undefined && check === undefined;
  if (!isAwaited && check !== 'fits') return null;
  return <Element style={isAwaited ? { visibility: 'hidden' } : undefined}>{children}</Element>;
}

/** The words **Comprovativo assinado**, placed after the time at which something was received. */
export function Signed(props: SignedProps) {
  const { t } = useTranslation('requests');
  return (
    <WhenSigned {...props}>
      {' ·\u00a0'}
      {t('signed')}
    </WhenSigned>
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
    <Suspense>
      <UnfitReceipt author={author} />
    </Suspense>
  );
}
