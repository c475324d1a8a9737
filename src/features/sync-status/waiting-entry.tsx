import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { firstWords } from '../../lib/first-words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EntryActions } from './entry-actions.tsx';
import { SendingProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { WaitingReason } from './waiting-reason.tsx';

const EXCERPT_GRAPHEMES = 140;

interface WaitingEntryProps {
  entry: OutboxRow<SubmitRequestCommand>;
  /** Its first words, unlike those of any other. */
  name: string;
  renderDownload: (requestId: string, what: string) => ReactNode;
  onRemoved: () => void;
}

export function WaitingEntry({ entry, name, renderDownload, onRemoved }: WaitingEntryProps) {
  const { t, i18n } = useTranslation(['sync', 'requests']);
  const titleId = useId();
  const { requestId, queuedAt } = entry;
  const { kind, topic, description, onBehalfOf } = entry.command.content;
  const isSending = entry.sending === 1;
  return (
    <Card as="li" labelledBy={titleId}>
      <Tag tone={isSending ? 'info' : 'warning'}>
        {t(isSending ? 'list.status.sending' : 'list.status.waiting')}
      </Tag>
      <h2 id={titleId} className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          {t(`requests:kind.${kind}`)}: <TopicWords topic={topic} />
        </Link>
      </h2>
      <p className={styles.excerpt}>
        <bdi>{firstWords(description, EXCERPT_GRAPHEMES)}</bdi>
      </p>
      <p>
        {t('list.since', { moment: formatDateTime(queuedAt, i18n.language) })}
        {onBehalfOf && (
          <>
            {' · '}
            {t('list.onBehalfOf')} <bdi>{onBehalfOf.name}</bdi>
          </>
        )}
      </p>
      <WaitingReason entry={entry} />
      {isSending && <SendingProgress requestId={requestId} files={entry.command.attachments} isQuiet />}
      <EntryActions requestId={requestId} name={name} onRemoved={onRemoved}>
        {renderDownload(requestId, name)}
      </EntryActions>
    </Card>
  );
}
