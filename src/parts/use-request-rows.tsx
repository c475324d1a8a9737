import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSubmission, Topic } from '../../contract/types.ts';
import { topicPath } from '../../domain/topics/written-topic.ts';
import { filledFields } from '../../domain/written/words.ts';
import { useQuery } from '../db/core/use-query.ts';
import { readAboutReference } from '../db/requests/requests.ts';
import { ADDRESSES } from './addresses.ts';
import { ofKind } from './of-kind.ts';
import { OwnWords } from './own-words.tsx';
import { useReaderTopic } from './use-reader-topic.ts';

type Submitted = Pick<
  RequestSubmission,
  'kind' | 'topic' | 'onBehalfOf' | 'description' | 'complaint' | 'aboutRequestId'
>;

type Row = { term: string; value: ReactNode };

/**
 * The summary rows of a request, for every page that shows the whole request. Each page chooses their order. `corrected` takes the place of the
 * description.
 */
export function useRequestRows(submitted: Submitted, corrected?: Row) {
  const { t } = useTranslation('requests');
  const { kind, topic, onBehalfOf, aboutRequestId } = submitted;
  const written = filledFields(submitted).map(({ field, text }): Row => {
    if (field === 'description' && corrected) return corrected;
    return { term: t(`field.${field}`, ofKind(kind)), value: <OwnWords text={text} /> };
  });
  const about = aboutRequestId && {
    term: t('row.about'),
    value: <AboutRequest requestId={aboutRequestId} />,
  };
  return {
    kind: { term: t('row.kind'), value: t(`kind.${kind}`) },
    topic: { term: t('row.topic'), value: <TopicWords topic={topic} /> },
    /** Empty for the citizen's own request. */
    onBehalfOf: onBehalfOf ? [{ term: t('onBehalfOf'), value: <bdi>{onBehalfOf.name}</bdi> }] : [],
    /** The request's words, preceded by the link to the earlier request that it is about. */
    words: about ? [about, ...written] : written,
    attachments: (count: number, list: ReactNode) => ({
      term: t('row.attachments'),
      value: count === 0 ? t('row.noAttachments') : list,
    }),
  };
}

/** A link to the earlier request that this request is about. The link's text is the reference. */
export function AboutRequest({ requestId }: { requestId: string }) {
  const { t } = useTranslation('requests');
  const reference = useQuery((db) => readAboutReference(db, { aboutRequestId: requestId }), [requestId]);
  if (reference === undefined) return null;
  if (reference === null) return <>{t('row.aboutNotHere')}</>;
  return (
    <Link to={ADDRESSES.request} params={{ requestId }}>
      {reference}
    </Link>
  );
}

/** Draws the path of a submitted topic in the reader's language, or says that the citizen did not know the topic. */
export function TopicWords({ topic }: { topic: Topic }) {
  const { t } = useTranslation('requests');
  const shown = useReaderTopic(topic);
  if (shown.status === 'unknown') return t('topicUnknown');
  return <bdi>{topicPath(shown)}</bdi>;
}
