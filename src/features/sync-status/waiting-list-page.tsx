import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/database-context.ts';
import { listWaiting, tryNow } from '../../db/outbox.ts';
import type { OutboxRow } from '../../db/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EntryTopic } from './entry-topic.tsx';
import styles from './sync-status.module.css';
import { WaitingReason } from './waiting-reason.tsx';

export function WaitingListPage() {
  const { t } = useTranslation(['sync', 'common']);
  const entries = useQuery(listWaiting);
  const title = t('list.title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title}>
      {!entries && <Skeleton label={t('list.loading')} />}
      {entries?.length === 0 && (
        <EmptyState title={t('list.emptyTitle')} icon={Inbox}>
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      )}
      {entries && entries.length > 0 && <Entries entries={entries} />}
    </Page>
  );
}

function Entries({ entries }: { entries: OutboxRow[] }) {
  const { t } = useTranslation('sync');
  const db = useDatabase();

  async function tryAgain() {
    await tryNow(db, new Date());
    announce(t('notSent.tried'));
  }

  return (
    <>
      <p>{t('list.count', { count: entries.length })}</p>
      <Button variant="primary" type="button" onClick={tryAgain}>
        {t('notSent.tryNow')}
      </Button>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <EntryCard key={entry.commandId} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function EntryCard({ entry }: { entry: OutboxRow }) {
  const { t } = useTranslation(['sync', 'requests']);
  const { content } = entry.command;
  const isSending = entry.sending === 1;
  return (
    <Card as="li">
      <Tag tone={isSending ? 'info' : 'warning'}>
        {t(isSending ? 'list.status.sending' : 'list.status.waiting')}
      </Tag>
      <h2 className={styles.title}>
        <Link to="/pedidos/$requestId" params={{ requestId: entry.requestId }}>
          {t(`requests:kind.${content.kind}`)}: <EntryTopic topic={content.topic} />
        </Link>
      </h2>
      <WaitingReason entry={entry} />
    </Card>
  );
}
