import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic, RequestKind } from '../../contract/types.ts';

interface RequestTitleProps {
  kind: RequestKind;
  topic: DraftTopic;
  /** How words are shown where they were searched for. */
  mark?: (text: string) => ReactNode;
}

/** What is wanted, and about what: *Esclarecer uma dúvida: Pagamento de Contribuições*. */
export function RequestTitle({ kind, topic, mark }: RequestTitleProps) {
  const { t } = useTranslation('requests');
  const subject = topic === null || topic.status === 'unknown' ? null : topic.subject;
  return (
    <>
      {t(`kind.${kind}`)}: <bdi>{subject ? (mark?.(subject.label) ?? subject.label) : t('topicUnknown')}</bdi>
    </>
  );
}
