import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { filledFields } from '../../domain/written/words.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import styles from './sync-status.module.css';

/** What the outbox will send, to the letter. */
export function FrozenContent({ entry }: { entry: OutboxRow<SubmitRequestCommand> }) {
  const { t } = useTranslation(['sync', 'requests']);
  const { content, attachments } = entry.command;
  const { onBehalfOf } = content;
  const rows = [
    { term: t('notSent.kind'), value: t(`requests:kind.${content.kind}`) },
    { term: t('notSent.topic'), value: <TopicWords topic={content.topic} /> },
    ...(onBehalfOf ? [{ term: t('requests:onBehalfOf'), value: <bdi>{onBehalfOf.name}</bdi> }] : []),
    ...filledFields(content).map(({ field, text }) => ({
      term: t(`requests:field.${field}`),
      value: (
        <p dir="auto" className={styles.text}>
          {text}
        </p>
      ),
    })),
    {
      term: t('notSent.attachments'),
      value:
        attachments.length === 0 ? (
          t('notSent.noAttachments')
        ) : (
          <ul className={styles.files}>
            {attachments.map(({ id, name }) => (
              <li key={id}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <section>
      <h2>{t('notSent.content')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
