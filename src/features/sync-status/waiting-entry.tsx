import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { formatDateTime } from '../../lib/format-date.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { ForWhom } from '../../parts/for-whom.tsx';
import { WaitingTag } from '../../parts/status-tags.tsx';
import { TopicWords } from '../../parts/topic-words.tsx';
import { Card } from '../../ui/card.tsx';
import { textsOf, wordsOf } from './command-texts.ts';
import { EntryActions } from './entry-actions.tsx';
import { SendingProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { WaitingReason } from './waiting-reason.tsx';

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
      <WaitingTag entry={entry} />
      <h2 id={titleId} className={styles.title}>
        <Link to={ADDRESSES.request} params={{ requestId }}>
          <EntryTitle entry={entry} />
        </Link>
      </h2>
      {words !== '' && (
        <p className={styles.excerpt}>
          <Excerpt text={words} />
        </p>
      )}
      <p>
        {t('list.since', { moment: formatDateTime(queuedAt, i18n.language) })}
        {onBehalfOf && (
          <>
            {' · '}
            <ForWhom person={onBehalfOf} />
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
