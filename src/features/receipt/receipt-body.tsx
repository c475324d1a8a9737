import { useTranslation } from 'react-i18next';
import type { CitizenRequest, Person } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import { formatDateTime, formatDay } from '../../lib/format-date.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { NoWrap } from '../../ui/no-wrap.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { FilesTable } from './files-table.tsx';
import styles from './receipt.module.css';

interface ReceiptBodyProps {
  request: CitizenRequest;
  /** Null while the session's answer has never been kept on this device. */
  citizen: Person | null;
}

/** What a person keeps as proof: everything as the server has it, nothing from the device. */
export function ReceiptBody({ request, citizen }: ReceiptBodyProps) {
  const { t, i18n } = useTranslation(['receipt', 'requests']);
  const { receivedAt, onBehalfOf } = request;
  const rows = [
    {
      term: t('reference'),
      value: (
        <strong>
          <NoWrap text={request.reference} part={request.reference} />
        </strong>
      ),
    },
    {
      term: t('receivedAt'),
      value: <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>,
    },
    ...(citizen ? [{ term: t('citizen'), value: <PersonName person={citizen} /> }] : []),
    ...(onBehalfOf ? [{ term: t('onBehalfOf'), value: <bdi>{onBehalfOf.name}</bdi> }] : []),
    { term: t('kind'), value: t(`requests:kind.${request.kind}`) },
    { term: t('topic'), value: <TopicWords topic={request.topic} /> },
    ...filledFields(request).map(({ field, text }) => ({
      term: t(`requests:field.${field}`),
      value: <Text text={text} />,
    })),
    { term: t('office'), value: <bdi>{request.office.name}</bdi> },
    {
      term: t('dueOn'),
      value: <time dateTime={request.dueOn}>{formatDay(request.dueOn, i18n.language)}</time>,
    },
  ];
  return (
    <>
      <p className={styles.printOnly}>{t('institution')}</p>
      <div className={styles.summary}>
        <SummaryList rows={rows} />
      </div>
      <h2>{t('filesHeading')}</h2>
      {request.attachments.length > 0 ? (
        <FilesTable attachments={request.attachments} />
      ) : (
        <p>{t('noFiles')}</p>
      )}
      <p>{t('note')}</p>
    </>
  );
}

/** In the citizen's own words. */
function Text({ text }: { text: string }) {
  return (
    <p dir="auto" className={styles.text}>
      {text}
    </p>
  );
}

function PersonName({ person }: { person: Person }) {
  return (
    <>
      <bdi>{person.name}</bdi> (NISS {person.maskedNiss})
    </>
  );
}
