import type { TFunction } from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { type LocalData, noteKeptAtSignOut, readLocalData } from '../../db/storage/local-data.ts';
import { showNotice } from '../../state/notices.ts';

/** Reads what the citizen is asked about before they leave; null on a shared device on which nothing would be lost. */
export async function readQuestion(db: CitizenDatabase, shared: boolean): Promise<LocalData | null> {
  const found = await readLocalData(db);
  const { inAccount, onlyHere, deletions, waiting } = found;
  const hasWork = inAccount.length + onlyHere.length + deletions + waiting > 0;
  return hasWork || !shared ? found : null;
}

interface Leaving {
  db: CitizenDatabase;
  choice: 'keep' | 'erase';
  /** Resolves to false when words that were to be erased are still on the device. */
  onLeave: (choice: 'keep' | 'erase') => Promise<boolean>;
  t: TFunction<'common'>;
}

/** Signs the citizen out, and says whether that was possible: on a shared computer they may walk away from it. */
export async function leaveAndTell({ db, choice, onLeave, t }: Leaving): Promise<void> {
  // Where the device cannot keep this note the citizen is signed out all the same: the next question only says less.
  if (choice === 'keep') await noteKeptAtSignOut(db).catch(() => undefined);
  const politeness = 'assertive';
  await onLeave(choice).then(
    (isErased) =>
      showNotice({ text: t(choice === 'erase' && isErased ? 'signOut.doneErased' : 'signOut.done') }),
    () => showNotice({ text: t('signOut.notDone'), politeness }),
  );
}
