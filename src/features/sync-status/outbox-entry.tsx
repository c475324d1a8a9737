import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../shared/format-date.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { draftIdOf, isDraftEntry, isRequestEntry } from '../../db/outbox/commands.ts';
import { readProgress } from '../../db/outbox/outbox.ts';
import { restoreWaiting } from '../../db/outbox/submit-draft.ts';
import { removeWaiting } from '../../db/outbox/take-back.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Excerpt } from '../../parts/excerpt.tsx';
import { ForWhom } from '../../parts/for-whom.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { WaitingTag } from '../../parts/status-tags.tsx';
import { TopicWords } from '../../parts/use-request-rows.tsx';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { Cluster } from '../../ui/layout.tsx';
import { contextOf, textsOf, wordsOf } from './command-texts.ts';
import { FileProgress } from './sending-progress.tsx';
import styles from './sync-status.module.css';
import { useStop } from './use-stop.ts';
import { WaitingReason } from './waiting-reason.tsx';

export interface OutboxEntryProps {
  entry: OutboxRow<WaitingCommand>;
  /** The first words of the entry, as no other entry of the page has them. */
  name: string;
  renderDownload: (requestId: string, what: string) => ReactNode;
}

/** An entry of **Por enviar**: a request, or a command about a request that the server has. */
export function OutboxEntry({ entry, name, renderDownload }: OutboxEntryProps) {
  const { t, i18n } = useTranslation(['sync', 'requests']);
  const titleId = useId();
  const { requestId, queuedAt } = entry;
  const progress = useQuery((db) => readProgress(db, entry), [entry.commandId]);
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
            {' ·\u00a0'}
            <ForWhom person={onBehalfOf} />
          </>
        )}
      </p>
      <WaitingReason entry={entry} />
      {entry.sending === 1 && <FileProgress entry={entry} progress={progress} />}
      <EntryActions entry={entry} name={words === '' ? <EntryTitle entry={entry} /> : name}>
        {isRequest && renderDownload(requestId, name)}
      </EntryActions>
    </Card>
  );
}

function EntryTitle({ entry }: Pick<OutboxEntryProps, 'entry'>) {
  const { t } = useTranslation(['sync', 'requests']);
  const { requestId } = entry;
  const request = useQuery((db) => readRequest(db, requestId), [requestId]);
  const { title } = textsOf(entry);
  if (title) return t(title, { reference: request?.reference ?? '', ...ofKind(request?.kind) });
  if (!isRequestEntry(entry)) return null;
  const { kind, topic } = entry.command.content;
  return (
    <>
      {t(`requests:kind.${kind}`)}: <TopicWords topic={topic} />
    </>
  );
}

interface EntryActionsProps extends Pick<OutboxEntryProps, 'entry'> {
  /** Tells the buttons of this entry from those of others. */
  name: ReactNode;
  /** Further actions of the entry. */
  children: ReactNode;
}

/** **Não enviar** and **Eliminar**, if the entry can be stopped. */
function EntryActions({ entry, name, children }: EntryActionsProps) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const { tooLate, attempt, stop } = useStop(entry);
  const { stop: stopTexts, remove: removeTexts } = textsOf(entry);
  if (!stopTexts) return null;
  const { done } = stopTexts;
  const context = contextOf(entry);

  async function stopAndTell() {
    if (await stop()) showNotice({ text: t(done, context) });
  }

  async function remove(draftId: string, texts: NonNullable<typeof removeTexts>) {
    if (!(await attempt(removeWaiting(db, draftId, new Date())))) return;
    const undo = async () => {
      const isWaiting = await restoreWaiting(db, draftId, new Date());
      showNotice({ text: t(isWaiting ? texts.undone : texts.undoneAsDraft, context) });
    };
    showNotice({ text: t(texts.done, context), undo: { label: t('list.undo'), run: () => void undo() } });
  }

  const hiddenName = <HiddenName>{name}</HiddenName>;
  return (
    <>
      {tooLate && <p>{tooLate}</p>}
      <Cluster>
        <Button ref={handFocusOn} variant="secondary" type="button" onClick={() => void stopAndTell()}>
          <span>
            {t('notSent.doNotSend')}
            {hiddenName}
          </span>
        </Button>
        {children}
        {removeTexts && isDraftEntry(entry) && (
          <Button
            ref={handFocusOn}
            variant="danger"
            type="button"
            icon={Trash2}
            onClick={() => void remove(draftIdOf(entry), removeTexts)}
          >
            <span>
              {t('list.delete')}
              {hiddenName}
            </span>
          </Button>
        )}
      </Cluster>
    </>
  );
}
