import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/types.ts';
import { descriptionBefore } from '../../../domain/description-before.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import type { CheckedRequest } from '../../db/core/schema.ts';
import { findWord } from '../../lib/mark-words.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { OwnWords, SearchedContext } from '../../parts/own-words.tsx';
import { Signed } from '../../parts/signed.tsx';
import { useRequestRows } from '../../parts/use-request-rows.tsx';
import { Details } from '../../ui/details.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { SentAttachments } from './sent-attachments.tsx';

/** The citizen's request as the server has it; what corrects its description stands in the place of it, and the description is folded. */
export function OwnRequest({ request, messages = [] }: { request: CheckedRequest; messages?: Message[] }) {
  const { t, i18n } = useTranslation(['thread', 'requests']);
  const { attachments, receivedAt, description } = request;
  const now = descriptionBefore(description, messages);
  const searched = useContext(SearchedContext);
  const corrected = {
    term: t('request.corrected'),
    value: (
      <>
        <OwnWords text={now} />
        <Details summary={t('messages.corrected')} isOpenAtFirst={findWord(description, searched) >= 0}>
          <OwnWords text={description} />
        </Details>
      </>
    ),
  };
  const rows = useRequestRows(request, now === description ? undefined : corrected);
  const all = [
    rows.kind,
    rows.topic,
    ...rows.onBehalfOf,
    ...rows.words,
    rows.attachments(
      attachments.length,
      <SentAttachments requestId={request.id} attachments={attachments} />,
    ),
    {
      term: t('request.received', ofKind(request.kind)),
      value: (
        <>
          <time dateTime={receivedAt}>{formatDateTime(receivedAt, i18n.language)}</time>
          <Signed receipt={request.receipt} check={request.receiptCheck} />
        </>
      ),
    },
    { term: t('requests:row.office'), value: <bdi>{request.office.name}</bdi> },
  ];
  return <SummaryList rows={all} />;
}
