import i18next from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { restoreDraft } from '../../db/drafts/mark-draft.ts';
import { showNotice } from '../../state/notices.ts';

/** Tells on the list, to which the address of a deleted draft leads, that it was deleted. */
export async function showDeletedNotice(db: CitizenDatabase, draftId: string): Promise<void> {
  await i18next.loadNamespaces('draft');
  const t = i18next.getFixedT(null, 'draft');
  showNotice({
    text: t('wasDeleted'),
    undo: { label: t('undo'), run: () => void restoreDraft(db, draftId) },
  });
}
