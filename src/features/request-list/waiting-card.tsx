import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/schema.ts';
import { firstWords } from '../../lib/first-words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EXCERPT_GRAPHEMES } from './request-card.tsx';
import styles from './request-list.module.css';
import { RequestTitle } from './request-title.tsx';

/** Submitted on this device, and not yet with the server: it has no reference. */
export function WaitingCard({ entry }: { entry: OutboxRow<SubmitRequestCommand> }) {
  const { t, i18n } = useTranslation('requests');
  const { content } = entry.command;
  const isSending = entry.sending === 1;
  return (
    <Card as="li">
      <Tag tone={isSending ? 'info' : 'warning'}>{t(isSending ? 'status.sending' : 'status.waiting')}</Tag>
      <h3 className={styles.title}>
        <Link to="/pedidos/$requestId" params={{ requestId: entry.requestId }}>
          <RequestTitle kind={content.kind} topic={content.topic} />
        </Link>
      </h3>
      <p className={styles.excerpt}>
        <bdi>{firstWords(content.description, EXCERPT_GRAPHEMES)}</bdi>
      </p>
      <ul className={styles.facts}>
        <li>{t('waiting.submittedOn', { moment: formatDateTime(entry.queuedAt, i18n.language) })}</li>
        {content.onBehalfOf && (
          <li>
            {t('onBehalfOf')} <bdi>{content.onBehalfOf.name}</bdi>
          </li>
        )}
      </ul>
    </Card>
  );
}
