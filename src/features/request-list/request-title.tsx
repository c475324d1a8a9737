import { useTranslation } from 'react-i18next';
import type { DraftTopic, RequestKind } from '../../contract/types.ts';

/** What is wanted, and about what: *Esclarecer uma dúvida: Pagamento de Contribuições*. */
export function RequestTitle({ kind, topic }: { kind: RequestKind; topic: DraftTopic }) {
  const { t } = useTranslation('requests');
  const subject = topic === null || topic.status === 'unknown' ? null : topic.subject;
  return (
    <>
      {t(`kind.${kind}`)}: <bdi>{subject?.label ?? t('topicUnknown')}</bdi>
    </>
  );
}
