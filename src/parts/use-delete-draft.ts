import { useTranslation } from 'react-i18next';
import { useDatabase } from '../db/core/database-context.ts';
import { requestRound } from '../db/core/metadata.ts';
import { endQuietly } from '../db/core/storage-errors.ts';
import { deleteDraft, restoreDraft } from '../db/drafts/mark-draft.ts';
import { showNotice } from '../state/notices.ts';

export function useDeleteDraft(): (draftId: string, text?: string) => Promise<void> {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  return async (draftId, text = t('deleted')) => {
    const isDeleted = await deleteDraft(db, draftId, new Date());
    if (!isDeleted) return;
    // Whoever leaves the device next has deleted the draft in their account too.
    void requestRound(db).catch(endQuietly);
    showNotice({ text, undo: { label: t('undo'), run: () => void restoreDraft(db, draftId) } });
  };
}
