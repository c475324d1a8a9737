import type { CitizenDatabase } from '../core/citizen-database.ts';
import { DRAFT_STEPS, type DraftRow, type DraftStep } from '../core/schema.ts';
import { isOpen } from './drafts.ts';

function whileOpen(db: CitizenDatabase, draftId: string) {
  return db.drafts.where('id').equals(draftId).and(isOpen);
}

export async function noteStepReached(db: CitizenDatabase, draftId: string, step: DraftStep): Promise<void> {
  const isBefore = ({ reachedStep }: DraftRow) =>
    DRAFT_STEPS.indexOf(reachedStep) < DRAFT_STEPS.indexOf(step);
  await whileOpen(db, draftId).and(isBefore).modify({ reachedStep: step });
}

/**
 * *Eliminar rascunho*. Nothing is erased until `purgeDeleted`, so that `restoreDraft` can undo it. Returns false where there was no open draft any more.
 */
export async function deleteDraft(db: CitizenDatabase, draftId: string, now: Date): Promise<boolean> {
  return (await whileOpen(db, draftId).modify({ deletedAt: now.toISOString() })) > 0;
}

/** *Desfazer*. The account may have deleted the draft without this device knowing, so it is in the account only once that has been asked again. */
export async function restoreDraft(db: CitizenDatabase, draftId: string): Promise<void> {
  await db.drafts
    .where('id')
    .equals(draftId)
    .modify((draft) => {
      draft.deletedAt = null;
      if (draft.account) draft.account.revision = null;
    });
}
