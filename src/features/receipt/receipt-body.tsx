import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../contract/types.ts';
import { dueOnOf } from '../../../domain/request-status.ts';
import { pathAsWritten } from '../../../domain/topics/written-topic.ts';
import { formatDateTime, formatDay } from '../../../shared/format-date.ts';
import type { Profile } from '../../db/core/metadata.ts';
import type { CheckedRequest } from '../../db/core/schema.ts';
import { AnswerPromise } from '../../parts/answer-promise.tsx';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { Signed, Unfit } from '../../parts/signed.tsx';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import styles from './receipt.module.css';
import { signedReceipt } from './signed-receipt.ts';

/** Fetched after the page, since it can be seen on paper only. */
export const PrintedCode = lazyPart(() => import('./printed-code.tsx'), 'PrintedCode');

interface ReceiptBodyProps {
  request: CheckedRequest;
  /** Null if the profile was never kept on this device. */
  profile: Profile | null;
}

/** The receipt. It shows everything as the server has it, and nothing that is only on the device. */
export function ReceiptBody({ request, profile }: ReceiptBodyProps) {
  const { t, i18n } = useTranslation(['receipt', 'requests']);
  const { receivedAt } = request;
  const dueOn = dueOnOf(request);
  const signed = signedReceipt(request);
  const context = ofKind(request.kind);
  const citizen = profile?.citizen;
  const { kind, topic, onBehalfOf, words } = useRequestRows(request);
  const filedTopic = pathAsWritten(request.topic, useTopicLabels());
  const self = citizen && {
    term: t('citizen', context),
    value: (
      <>
        <bdi>{citizen.name}</bdi> (NISS {citizen.maskedNiss})
      </>
    ),
  };
  const rows = [
    {
      term: t('requests:row.reference'),
      value: (
        <strong>
          <NoWrap text={request.reference} />
        </strong>
      ),
    },
    {
      term: t('receivedAt', context),
      value: (
        <>
          <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>
          <Signed receipt={request.receipt} check={request.receiptCheck} />
        </>
      ),
    },
    ...(self ? [self] : []),
    ...onBehalfOf,
    kind,
    topic,
    ...(filedTopic === null ? [] : [{ term: t('topicAsFiled'), value: <bdi>{filedTopic}</bdi> }]),
    ...words,
    { term: t('requests:row.office'), value: <bdi>{request.office.name}</bdi> },
    ...(dueOn === null
      ? []
      : [{ term: t('dueOn'), value: <time dateTime={dueOn}>{formatDay(dueOn, i18n.language)}</time> }]),
    { term: t('requests:row.answer'), value: <AnswerPromise contact={profile?.contact} /> },
  ];
  return (
    <>
      <p className={styles.printOnly}>{t('institution')}</p>
      <Unfit check={request.receiptCheck} author="citizen" />
      <div className={styles.summary}>
        <SummaryList rows={rows} />
      </div>
      <h2>{t('filesHeading')}</h2>
      {request.attachments.length > 0 ? (
        <FilesTable attachments={request.attachments} />
      ) : (
        <p>{t('noFiles', context)}</p>
      )}
      {signed && (
        <Suspense>
          <PrintedCode address={signed.address} />
        </Suspense>
      )}
      <p>{t('note', context)}</p>
    </>
  );
}

/** The attachments with their sizes in bytes and their hashes, to compare a kept file with. */
function FilesTable({ attachments }: { attachments: Attachment[] }) {
  const { t } = useTranslation('receipt');
  return (
    <>
      <table className={styles.files}>
        <caption>{t('filesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fileName')}</th>
            <th scope="col">{t('fileSize')}</th>
            <th scope="col">{t('fileHash')}</th>
          </tr>
        </thead>
        <tbody>
          {attachments.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <bdi>{file.name}</bdi>
              </th>
              <td>{t('fileBytes', { count: file.size })}</td>
              <td>
                <code>{file.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('hashNote')}</p>
    </>
  );
}
