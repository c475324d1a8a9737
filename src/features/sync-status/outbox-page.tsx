import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { firstWords } from '../../../shared/first-words.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { isRequestEntry } from '../../db/outbox/commands.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { wordsOf } from './command-texts.ts';
import { OutboxEntry, type OutboxEntryProps } from './outbox-entry.tsx';
import styles from './sync-status.module.css';
import { TryNowButton } from './try-now-button.tsx';

const NAME_GRAPHEMES = 40;

/** Returns the names of the entries for the labels of their buttons: their first words, numbered where these are the same. */
function nameEntries(entries: readonly OutboxRow<WaitingCommand>[]): string[] {
  const words = entries.map((entry) => firstWords(wordsOf(entry), NAME_GRAPHEMES));
  return words.map((name, index) => {
    const before = words.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? `«${name}»` : `«${name}» ${before + 1}`;
  });
}

/** **Por enviar**. `renderDownload` draws **Descarregar cópia** for one request. */
export function OutboxPage({ renderDownload }: Pick<OutboxEntryProps, 'renderDownload'>) {
  const { t } = useTranslation(['sync', 'common']);
  const entries = useQuery(listWaiting);
  const title = t('list.title');
  const names = nameEntries(entries ?? []);
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title}>
      {!entries && <Skeleton label={t('list.loading')} />}
      {entries?.length === 0 && (
        <EmptyState title={t('list.emptyTitle')} icon={Inbox}>
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      )}
      {entries && entries.length > 0 && (
        <>
          <p>
            {t(entries.every(isRequestEntry) ? 'list.count' : 'list.countAll', { count: entries.length })}
          </p>
          <TryNowButton />
          <ul className={styles.entries}>
            {entries.map((entry, index) => (
              <OutboxEntry
                key={entry.commandId}
                entry={entry}
                name={names[index] ?? ''}
                renderDownload={renderDownload}
              />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
