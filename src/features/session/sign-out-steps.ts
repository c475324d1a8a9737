import type { TFunction } from 'i18next';
import { withTyping } from '../../db/copies/copy-source.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepMetadata } from '../../db/core/metadata.ts';
import type { DraftRow, PendingTextRow } from '../../db/core/schema.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { type LocalData, readLocalData } from '../../db/storage/local-data.ts';
import { showNotice } from '../../state/notices.ts';

/** Reads what the citizen is asked about before they leave; null on a shared device on which nothing would be lost. */
export async function readQuestion(db: CitizenDatabase, shared: boolean): Promise<LocalData | null> {
  const found = withUnsavedWords(await readLocalData(db), readUnsavedWords(db.citizenId));
  const { inAccount, onlyHere, deletions, waiting } = found;
  const hasWork = inAccount.length + onlyHere.length + deletions + waiting > 0;
  return hasWork || !shared ? found : null;
}

/** Words that an editor could not save, as on a full device, are in no draft that can be read; erasing loses them. */
function withUnsavedWords(found: LocalData, unsaved: readonly PendingTextRow[]): LocalData {
  const isUnsaved = ({ id }: DraftRow) => unsaved.some(({ draftId }) => draftId === id);
  const inAccount = found.inAccount.filter((draft) => !isUnsaved(draft));
  const onlyHere = [...found.onlyHere, ...found.inAccount.filter(isUnsaved)];
  return { ...found, inAccount, onlyHere: withTyping(onlyHere, unsaved, new Date()) };
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
  if (choice === 'keep') await keepMetadata(db, 'keptAtSignOut', true).catch(() => undefined);
  const politeness = 'assertive';
  await onLeave(choice).then(
    (isErased) =>
      showNotice({ text: t(choice === 'erase' && isErased ? 'signOut.doneErased' : 'signOut.done') }),
    () => showNotice({ text: t('signOut.notDone'), politeness }),
  );
}
