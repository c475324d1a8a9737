import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSubmission } from '../../contract/types.ts';
import { filledFields } from '../../domain/written/words.ts';
import { AboutRequest } from './about-request.tsx';
import { ofKind } from './of-kind.ts';
import { OwnWords } from './own-words.tsx';
import { TopicWords } from './topic-words.tsx';

type Submitted = Pick<
  RequestSubmission,
  'kind' | 'topic' | 'onBehalfOf' | 'description' | 'complaint' | 'aboutRequestId'
>;

/** The summary rows of a request, for every page that shows the whole request. Each page chooses their order. */
export function useRequestRows(submitted: Submitted) {
  const { t } = useTranslation('requests');
  const { kind, topic, onBehalfOf, aboutRequestId } = submitted;
  const written = filledFields(submitted).map(({ field, text }) => ({
    term: t(`field.${field}`, ofKind(kind)),
    value: <OwnWords text={text} />,
  }));
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
