import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { removeWaiting, restoreWaiting } from '../../db/outbox/remove-waiting.ts';
import { takeBack } from '../../db/outbox/take-back.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { announce } from '../../ui/live-region.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface EntryActionsProps {
  requestId: string;
  name: string;
  onRemoved: () => void;
  /** What else can be done with it. */
  children: ReactNode;
}

export function EntryActions({ requestId, name, onRemoved, children }: EntryActionsProps) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const [isTooLate, setIsTooLate] = useState(false);

  function settle(isDone: boolean, notice: Parameters<typeof showNotice>[0]) {
    setIsTooLate(!isDone);
    if (!isDone) return announce(t('notSent.alreadySending'));
    onRemoved();
    showNotice(notice);
  }

  async function stop() {
    settle(await takeBack(db, requestId, new Date()), { text: t('list.takenBack') });
  }

  async function undo() {
    const isWaiting = await restoreWaiting(db, requestId, new Date());
    showNotice({ text: t(isWaiting ? 'list.back' : 'list.backAsDraft') });
  }

  async function remove() {
    const isDone = await removeWaiting(db, requestId, new Date());
    settle(isDone, { text: t('list.deleted'), undo: { label: t('list.undo'), run: () => void undo() } });
  }

  const hiddenName = (
    <VisuallyHidden>
      {' '}
      <bdi>{name}</bdi>
    </VisuallyHidden>
  );
  return (
    <>
      {isTooLate && <p>{t('notSent.alreadySending')}</p>}
      <Cluster>
        <Button variant="secondary" type="button" onClick={() => void stop()}>
          <span>
            {t('notSent.doNotSend')}
            {hiddenName}
          </span>
        </Button>
        {children}
        <Button variant="danger" type="button" icon={Trash2} onClick={() => void remove()}>
          <span>
            {t('list.delete')}
            {hiddenName}
          </span>
        </Button>
      </Cluster>
    </>
  );
}
