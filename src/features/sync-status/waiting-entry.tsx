import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { firstWords } from '../../lib/first-words.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { TopicWords } from '../../parts/topic-words.tsx';
import { Card } from '../../ui/card.tsx';
import { Tag } from '../../ui/tag.tsx';
import { textsOf, wordsOf } from './command-texts.ts';
import { EntryActions } from './entry-actions.tsx';
import { SendingProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { WaitingReason } from './waiting-reason.tsx';

const EXCERPT_GRAPHEMES = 140;

interface WaitingEntryProps {
  entry: OutboxRow<WaitingCommand>;
  /** Its first words, unlike those of any other. */
  name: string;
  renderDownload: (requestId: string, what: string) => ReactNode;
  onRemoved: () => void;
}

/** A request that waits, or what was said about one that the server already has. */
export function WaitingEntry({ entry, name, renderDownload, onRemoved }: WaitingEntryProps) {
  const { t, i18n } = useTranslation(['sync', 'requests']);
  const titleId = useId();
  const { requestId, queuedAt } = entry;
  const isSending = entry.sending === 1;
  const words = wordsOf(entry);
  const isRequest = isRequestEntry(entry);
  const onBehalfOf = isRequest ? entry.command.content.onBehalfOf : null;
  return (
    <Card as="li" labelledBy={titleId}>
      <Tag tone={isSending ? 'info' : 'warning'}>
        {t(isSending ? 'list.status.sending' : 'list.status.waiting')}
      </Tag>
      <h2 id={titleId} className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          <EntryTitle entry={entry} />
        </Link>
      </h2>
      {words !== '' && (
        <p className={styles.excerpt}>
          <bdi>{firstWords(words, EXCERPT_GRAPHEMES)}</bdi>
        </p>
      )}
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
      {isSending && <SendingProgress entry={entry} isQuiet />}
      <EntryActions
        entry={entry}
        name={words === '' ? <EntryTitle entry={entry} /> : name}
        onRemoved={onRemoved}
      >
        {isRequest && renderDownload(requestId, name)}
      </EntryActions>
    </Card>
  );
}

function EntryTitle({ entry }: Pick<WaitingEntryProps, 'entry'>) {
  const { t } = useTranslation(['sync', 'requests']);
  const { requestId } = entry;
  const reference = useQuery((db) => readRequest(db, requestId), [requestId])?.reference ?? '';
  const { title } = textsOf(entry);
  if (title) return t(title, { reference });
  if (!isRequestEntry(entry)) return null;
  const { kind, topic } = entry.command.content;
  return (
    <>
      {t(`requests:kind.${kind}`)}: <TopicWords topic={topic} />
    </>
  );
}
