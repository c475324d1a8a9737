import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOwn } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Receipt, readReceipt } from './read-receipt.ts';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReceiptBody } from './receipt-body.tsx';

/** Shows what the database has, or `initial` at first. */
export function ReceiptPage({ requestId, initial }: { requestId: string; initial: Receipt | null }) {
  const { t } = useTranslation(['receipt', 'common']);
  const own = useOwn(initial);
  const receipt = useQuery((db) => readReceipt(db, requestId), [requestId], own);
  if (!receipt) return <Skeleton label={t('loading')} />;
  const { request, profile } = receipt;
  if (!request) {
    return <MissingPage title={t('notFound')} text={t('notFoundText')} back={t('backToList')} />;
  }
  const title = t('title');
  return (
    <Page
      title={t('common:pageTitle', { page: `${title} ${request.reference}` })}
      heading={title}
      focusKey={request.id}
      before={
        <Link to={ADDRESSES.request} params={{ requestId: request.id }}>
          {t('back', ofKind(request.kind))}
        </Link>
      }
    >
      <ReceiptActions request={request} />
      <ReceiptBody request={request} profile={profile} />
    </Page>
  );
}
