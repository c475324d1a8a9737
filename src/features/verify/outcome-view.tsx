import { useTranslation } from 'react-i18next';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { NotConfirmed, Outcome } from './check-receipt.ts';
import { CompareFile } from './compare-file.tsx';

/** The id of the outcome's heading, which takes the focus. */
export const OUTCOME_ID = 'outcome';

/** The outcomes that say nothing against a receipt, since it could not be examined. */
const UNKNOWN: readonly NotConfirmed[] = ['no-keys', 'old-keys', 'not-found', 'unreadable'];

export function OutcomeView({ outcome }: { outcome: Outcome }) {
  return (
    <section aria-labelledby={OUTCOME_ID}>
      {outcome.ok ? <Proven claims={outcome.claims} /> : <Unproven why={outcome.why} />}
    </section>
  );
}

function Proven({ claims }: { claims: ReceiptClaims }) {
  const { t, i18n } = useTranslation('verify');
  const { kind, ref, at, iss, files } = claims;
  const rows = [
    { term: t('reference'), value: <NoWrap text={ref} /> },
    { term: t('what'), value: t(`kind.${kind}`) },
    {
      term: t(kind === 'answer' ? 'sentAt' : 'receivedAt'),
      value: <time dateTime={at}>{formatDateTime(at, i18n.language)}</time>,
    },
    { term: t('service'), value: iss },
    { term: t('files'), value: files.length > 0 ? t('fileCount', { count: files.length }) : t('noFiles') },
  ];
  return (
    <>
      <Notice tone="success">
        <h2 id={OUTCOME_ID} tabIndex={-1}>
          {t('proven')}
        </h2>
        <p>{t(`proves.${kind}`)}</p>
        <p>{t('compareWithPaper')}</p>
      </Notice>
      <SummaryList rows={rows} />
      <CompareFile claims={claims} />
    </>
  );
}

function Unproven({ why }: { why: NotConfirmed }) {
  const { t } = useTranslation('verify');
  return (
    <Notice tone={UNKNOWN.includes(why) ? 'warning' : 'danger'}>
      <h2 id={OUTCOME_ID} tabIndex={-1}>
        {t('notConfirmed')}
      </h2>
      <p>{t(`why.${why}.text`)}</p>
      <p>{t(`why.${why}.next`)}</p>
    </Notice>
  );
}
