import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Excerpt } from './excerpt.tsx';
import { Marked } from './marked.tsx';
import { EXCERPT_GRAPHEMES } from './request-card.tsx';
import styles from './request-list.module.css';
import { RequestTitle } from './request-title.tsx';

interface WaitingCardProps {
  entry: OutboxRow<SubmitRequestCommand>;
  /** That were searched for, folded. */
  words: readonly string[];
}

/** Submitted on this device, and not yet with the server: it has no reference. */
export function WaitingCard({ entry, words }: WaitingCardProps) {
  const { t, i18n } = useTranslation('requests');
  const { content } = entry.command;
  const isSending = entry.sending === 1;
  return (
    <Card as="li">
      <Tag tone={isSending ? 'info' : 'warning'}>{t(isSending ? 'status.sending' : 'status.waiting')}</Tag>
      <h3 className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId: entry.requestId }}>
          <RequestTitle
            kind={content.kind}
            topic={content.topic}
            mark={(text) => <Marked text={text} words={words} />}
          />
        </Link>
      </h3>
      <p className={styles.excerpt}>
        <Excerpt text={content.description} words={words} graphemes={EXCERPT_GRAPHEMES} />
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
