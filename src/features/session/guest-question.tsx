import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CitizenDatabase, isErased, letGoWhenErased } from '../../db/core/citizen-database.ts';
import { openGuest } from '../../db/core/guest-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { adoptGuest, leaveWithGuest, listOffered, readGuestDrafts } from '../../db/drafts/adopt-guest.ts';
import { deleteDraft, restoreDraft } from '../../db/drafts/mark-draft.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface GuestQuestionProps {
  db: CitizenDatabase;
  /** Called when the guest has no draft any more. */
  onNone: () => void;
}

/** **Este rascunho é seu?**: asks about each draft that was begun on this device without signing in. */
export function GuestQuestion({ db, onNone }: GuestQuestionProps) {
  const { t } = useTranslation(['session', 'draft']);
  const guest = useGuest(onNone);
  const [draft] = useLiveQuery(() => listOffered(db, guest).catch(noneIfErased(guest)), [db, guest]) ?? [];
  const [isMoving, setIsMoving] = useState(false);
  if (!draft) return null;

  async function join({ id }: DraftRow) {
    setIsMoving(true);
    try {
      await adoptGuest(db, guest, new Date(), id);
      if ((await guest.drafts.count()) === 0) onNone();
    } catch {
      // The device is full, so the draft stays with the guest.
      showNotice({ text: t('guest.notAdopted') });
      await leaveWithGuest(db, guest, id);
    }
    setIsMoving(false);
  }

  async function erase({ id }: DraftRow) {
    await deleteDraft(guest, id, new Date());
    const restore = () => {
      const again = openGuest();
      void restoreDraft(again, id).finally(() => again.close());
    };
    showNotice({ text: t('draft:deleted'), undo: { label: t('draft:undo'), run: restore } });
  }

  return (
    <Dialog
      key={draft.id}
      title={t('guest.question')}
      open
      onClose={() => void leaveWithGuest(db, guest, draft.id)}
      closeLabel={t('guest.leave')}
      actions={
        <Button variant="primary" type="button" busy={isMoving} onClick={() => void join(draft)}>
          {t('guest.join')}
        </Button>
      }
      lastAction={
        <Button variant="danger" type="button" onClick={() => void erase(draft)}>
          {t('guest.erase')}
        </Button>
      }
    >
      <p>{t('guest.questionText')}</p>
      <NamedDrafts drafts={[draft]} />
    </Dialog>
  );
}

/** Returns an empty list if the guest's database was erased, as that of a tab guest is with the last draft that is adopted. */
function noneIfErased(guest: CitizenDatabase) {
  return (error: unknown): DraftRow[] => {
    if (isErased(guest)) return [];
    throw error;
  };
}

function open(): CitizenDatabase {
  const guest = openGuest();
  letGoWhenErased(guest);
  return guest;
}

/** Returns the guest's database, open while the question is shown. The guest's last typing is moved into its drafts. */
function useGuest(onNone: () => void): CitizenDatabase {
  const [guest] = useState(open);
  const [begun] = useState(() => readGuestDrafts(guest, new Date()));
  useEffect(() => {
    void begun.then((drafts) => drafts.length === 0 && onNone());
  }, [begun, onNone]);
  useEffect(() => () => guest.close({ disableAutoOpen: false }), [guest]);
  return guest;
}
