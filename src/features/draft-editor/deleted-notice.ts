import i18next from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { restoreDraft } from '../../db/drafts/mark-draft.ts';
import { showNotice } from '../../state/notices.ts';

/** Says on the list that a draft was deleted, with a button to undo that. The address of a deleted draft leads to the list. */
export async function showDeletedNotice(db: CitizenDatabase, draftId: string): Promise<void> {
  await i18next.loadNamespaces('draft');
  const t = i18next.getFixedT(null, 'draft');
  showNotice({
    text: t('wasDeleted'),
    undo: { label: t('undo'), run: () => void restoreDraft(db, draftId) },
  });
}
