import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CitizenDatabase, letGoWhenErased } from '../../db/core/citizen-database.ts';
import { openGuest } from '../../db/core/guest-database.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { adoptGuest, leaveWithGuest, listOffered, readGuestDrafts } from '../../db/drafts/adopt-guest.ts';
import { deleteDraft, restoreDraft } from '../../db/drafts/mark-draft.ts';
import { purgeDeleted } from '../../db/storage/tidy.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface GuestQuestionProps {
  db: CitizenDatabase;
  /** Called when the guest has no draft any more. */
  onNone: () => Promise<void>;
}

/** **Este rascunho é seu?**: asks about each draft that was begun on this device without signing in. */
export function GuestQuestion({ db, onNone }: GuestQuestionProps) {
  const guest = useGuest(onNone);
  return guest && <Question db={db} guest={guest} onNone={onNone} />;
}

function Question({ db, guest, onNone }: GuestQuestionProps & { guest: CitizenDatabase }) {
  const { t } = useTranslation(['session', 'draft']);
  // The guest's database is closed where it is erased with the last draft that is adopted, as that of a tab guest is.
  const [draft] = useLiveQuery(() => listOffered(db, guest).catch(endQuietly), [db, guest]) ?? [];
  const [isMoving, setIsMoving] = useState(false);
  const [isAway, setIsAway] = useState(false);
  /** The drafts that *Desfazer* restores: the question about the next draft lies over the notice of the one before. */
  const erased = useRef<string[]>([]);
  if (!draft || isAway) return null;
  const where = isTabGuest(guest) ? 'guestInTab' : 'guest';

  async function leave({ id }: DraftRow) {
    // A device too full to note even this asks again at the next start.
    await leaveWithGuest(db, guest, id).catch(() => setIsAway(true));
  }

  async function join(offered: DraftRow) {
    setIsMoving(true);
    try {
      await adoptGuest(db, guest, new Date(), offered.id);
      if ((await guest.drafts.count()) === 0) void onNone();
    } catch {
      // The question went meanwhile: whoever signs in next is asked about the draft.
      if (!guest.isOpen()) return;
      // The device is full, so the draft stays with the guest.
      showNotice({ text: t('guest.notAdopted') });
      await leave(offered);
    }
    setIsMoving(false);
  }

  async function erase({ id }: DraftRow) {
    // Noted first: once the question is gone, the notice of an earlier draft may be pressed before this one has its own.
    erased.current.push(id);
    await deleteDraft(guest, id, new Date());
    const restore = () => {
      const again = openGuest();
      const ids = erased.current.splice(0);
      // In one transaction: the question about one draft would give way to that about a newer one under the finger.
      void again
        .transaction('rw', again.drafts, () => Promise.all(ids.map((each) => restoreDraft(again, each))))
        .finally(() => again.close());
    };
    showNotice({ text: t('draft:deleted'), undo: { label: t('draft:undo'), run: restore } });
  }

  return (
    <Dialog
      key={draft.id}
      title={t('guest.question')}
      onClose={() => void leave(draft)}
      closeLabel={t(`${where}.leave`)}
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
      <p>{t(`${where}.questionText`)}</p>
      <NamedDrafts drafts={[draft]} />
    </Dialog>
  );
}

/**
 * Returns the guest's database once it is known to have drafts, open while the question is shown. The guest's last typing is moved into its drafts. Once the
 * question is gone nothing opens the database again: a read that was still under way would make an erased database anew.
 */
function useGuest(onNone: () => Promise<void>): CitizenDatabase | null {
  const [guest, setGuest] = useState<CitizenDatabase | null>(null);

  useEffect(() => {
    const opened = openGuest();
    letGoWhenErased(opened);
    const askOrEnd = async () => {
      // At a start only the database of whoever is current is tidied. The count opens this one at once: a transaction alone would do so a moment later, and
      // make one anew that has been erased since.
      if ((await opened.drafts.count()) > 0) await purgeDeleted(opened, new Date()).catch(endQuietly);
      const drafts = await readGuestDrafts(opened, new Date());
      if (drafts.length === 0) await onNone();
      else setGuest(opened);
    };
    void askOrEnd().catch(endQuietly);
    return () => opened.close();
  }, [onNone]);

  return guest;
}
