import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, WaitingCommand } from '../../db/core/schema.ts';
import { draftIdOf, isDraftEntry } from '../../db/outbox/commands.ts';
import { restoreWaiting } from '../../db/outbox/submit-draft.ts';
import { removeWaiting } from '../../db/outbox/take-back.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { textsOf } from './command-texts.ts';
import { useStop } from './use-stop.ts';

interface EntryActionsProps {
  entry: OutboxRow<WaitingCommand>;
  /** Tells its buttons from those of the others. */
  name: ReactNode;
  onRemoved: () => void;
  /** What else can be done with it. */
  children: ReactNode;
}

/** How an entry of the list can be stopped; nothing where it cannot. */
export function EntryActions({ entry, name, onRemoved, children }: EntryActionsProps) {
  const { t } = useTranslation('sync');
  const db = useDatabase();
  const { tooLate, attempt, stop } = useStop(entry);
  const { stop: stopTexts, remove: removeTexts } = textsOf(entry);
  if (!stopTexts) return null;
  const { done } = stopTexts;

  async function stopAndTell() {
    if (!(await stop())) return;
    onRemoved();
    showNotice({ text: t(done) });
  }

  async function remove(draftId: string, texts: NonNullable<typeof removeTexts>) {
    if (!(await attempt(removeWaiting(db, draftId, new Date())))) return;
    onRemoved();
    const undo = async () => {
      const isWaiting = await restoreWaiting(db, draftId, new Date());
      showNotice({ text: t(isWaiting ? texts.undone : texts.undoneAsDraft) });
    };
    showNotice({ text: t(texts.done), undo: { label: t('list.undo'), run: () => void undo() } });
  }

  const hiddenName = <HiddenName>{name}</HiddenName>;
  return (
    <>
      {tooLate && <p>{tooLate}</p>}
      <Cluster>
        <Button variant="secondary" type="button" onClick={() => void stopAndTell()}>
          <span>
            {t('notSent.doNotSend')}
            {hiddenName}
          </span>
        </Button>
        {children}
        {removeTexts && isDraftEntry(entry) && (
          <Button
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
