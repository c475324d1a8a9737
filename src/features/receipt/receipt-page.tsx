import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useOwn } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { useCheckedFirst } from '../../parts/use-checked-first.ts';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerReceipts, readAnswers } from './answer-receipts.tsx';
import styles from './receipt.module.css';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReceiptBody } from './receipt-body.tsx';

/** Reads a receipt together with the id of its owner, since another citizen may have signed in meanwhile. */
export async function readReceipt(db: CitizenDatabase, requestId: string) {
  const [request, profile, answers] = await Promise.all([
    readRequest(db, requestId),
    readProfile(db),
    readAnswers(db, requestId),
  ]);
  return { citizenId: db.citizenId, request, profile, answers };
}

type Receipt = Awaited<ReturnType<typeof readReceipt>>;

interface ReceiptPageProps {
  requestId: string;
  initial: Receipt | null;
  /** Draws content below the receipt. */
  renderBelow?: (request: RequestRow) => ReactNode;
}

/** Shows the receipt from the database; until it is read, `initial`. */
export function ReceiptPage({ requestId, initial, renderBelow }: ReceiptPageProps) {
  const { t } = useTranslation(['receipt', 'common']);
  const own = useOwn(initial);
  useCheckedFirst(requestId);
  const receipt = useQuery((db) => readReceipt(db, requestId), [requestId], own);
  if (!receipt) return <Skeleton label={t('loading')} />;
  const { request, profile, answers } = receipt;
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
      <AnswerReceipts request={request} answers={answers} />
      <p className={styles.notPrinted}>
        <Link to={ADDRESSES.verify}>{t('verify')}</Link>
      </p>
      {renderBelow?.(request)}
    </Page>
  );
}
