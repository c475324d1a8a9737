import { Link } from '@tanstack/react-router';
import { FileText, List } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dueOnOf } from '../../../domain/request-status.ts';
import { formatDateTime, formatDay } from '../../../shared/format-date.ts';
import type { Profile } from '../../db/core/metadata.ts';
import type { CheckedRequest } from '../../db/core/schema.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { AnswerPromise } from '../../parts/answer-promise.tsx';
import { ForWhom } from '../../parts/for-whom.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { Unfit, WhenSigned } from '../../parts/signed.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './receipt.module.css';
import { ReceiptActions } from './receipt-actions.tsx';
import { ReceiptBody } from './receipt-body.tsx';

interface ReceivedPageProps {
  request: CheckedRequest;
  /** Null if the profile was never kept on this device. */
  profile: Profile | null;
  /** The **código de consulta**. It is only printed, but asked for at once, so that the PDF has it too. */
  code?: ReactNode;
  /** The offers of this device after a first submission. */
  offers?: ReactNode;
}

export function ReceivedPage({ request, profile, code, offers }: ReceivedPageProps) {
  const { t, i18n } = useTranslation(['receipt', 'requests', 'common']);
  const { id, kind, reference, receivedAt, receipt, receiptCheck } = request;
  const dueOn = dueOnOf(request);
  const context = ofKind(kind);
  const title = t('received.title', context);

  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={id}>
      <div className={styles.notPrinted}>
        <Stack gap={4}>
          <Notice tone="success">
            <p>{t('received.text', context)}</p>
            <p className={styles.reference}>
              <NoWrap text={t('received.reference', { reference })} />
            </p>
            <p>{t('received.moment', { ...context, moment: formatDateTime(receivedAt, i18n.language) })}</p>
            <WhenSigned as="p" receipt={receipt} check={receiptCheck}>
              {t('requests:signed')}
            </WhenSigned>
            {request.onBehalfOf && (
              <p>
                <ForWhom person={request.onBehalfOf} />
              </p>
            )}
          </Notice>
          <Unfit check={receiptCheck} author="citizen" />
          <section>
            <h2>{t('received.nextHeading')}</h2>
            {dueOn !== null && (
              <p>{t('received.next', { ...context, date: formatDay(dueOn, i18n.language) })}</p>
            )}
            <p>
              <AnswerPromise contact={profile?.contact} />
            </p>
            <p>{t('received.nextPlace', context)}</p>
          </section>
          <ReceiptActions request={request}>
            <li>
              <Link to={ADDRESSES.request} params={{ requestId: id }} className={buttonClass('quiet')}>
                <FileText size={20} />
                {t('received.openRequest', context)}
              </Link>
            </li>
            <li>
              <Link to={ADDRESSES.requests} className={buttonClass('quiet')}>
                <List size={20} />
                {t('received.openList')}
              </Link>
            </li>
          </ReceiptActions>
          {offers}
        </Stack>
      </div>
      <div className={styles.printOnly}>
        <ReceiptBody request={request} profile={profile} />
        {code}
      </div>
    </Page>
  );
}
