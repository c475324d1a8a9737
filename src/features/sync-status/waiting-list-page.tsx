import { Inbox } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase, useQuery } from '../../db/core/database-context.ts';
import type { OutboxRow } from '../../db/core/schema.ts';
import { isOfType, listWaiting, tryNow } from '../../db/outbox/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { nameEntries } from './name-entries.ts';
import styles from './sync-status.module.css';
import { WaitingEntry } from './waiting-entry.tsx';
import { WaitingFollowUp } from './waiting-follow-up.tsx';

interface WaitingListPageProps {
  /** **Descarregar cópia** of one request; `what` tells it from the others. */
  renderDownload: (requestId: string, what: string) => ReactNode;
}

export function WaitingListPage({ renderDownload }: WaitingListPageProps) {
  const { t } = useTranslation(['sync', 'common']);
  const entries = useQuery(listWaiting);
  // What had the focus goes with its entry: the heading takes it.
  const [removals, setRemovals] = useState(0);
  const title = t('list.title');
  const names = nameEntries(entries ?? []);
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={removals}>
      {!entries && <Skeleton label={t('list.loading')} />}
      {entries?.length === 0 && (
        <EmptyState title={t('list.emptyTitle')} icon={Inbox}>
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      )}
      {entries && entries.length > 0 && (
        <>
          <SendAll entries={entries} />
          <ul className={styles.entries}>
            {entries.map((entry, index) => {
              const name = names[index] ?? '';
              const onRemoved = () => setRemovals((count) => count + 1);
              return isOfType(entry, 'submitRequest') ? (
                <WaitingEntry
                  key={entry.commandId}
                  entry={entry}
                  name={name}
                  renderDownload={renderDownload}
                  onRemoved={onRemoved}
                />
              ) : (
                <WaitingFollowUp key={entry.commandId} entry={entry} name={name} onRemoved={onRemoved} />
              );
            })}
          </ul>
        </>
      )}
    </Page>
  );
}

function SendAll({ entries }: { entries: OutboxRow[] }) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const count = entries.length;
  const isMixed = entries.some((entry) => !isOfType(entry, 'submitRequest'));

  async function tryAgain() {
    await tryNow(db, new Date());
    announce(t('notSent.tried'));
  }

  return (
    <>
      <p>{isMixed ? t('list.countAll', { count }) : t('list.count', { count })}</p>
      <Button variant="primary" type="button" onClick={() => void tryAgain()}>
        {t('notSent.tryNow')}
      </Button>
    </>
  );
}
