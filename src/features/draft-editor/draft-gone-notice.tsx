import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { restoreDraft } from '../../db/drafts/drafts.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FoundDraft } from './find-draft.ts';

/** Another tab has submitted or deleted the draft; what stands here stays to be read and copied. */
export function DraftGoneNotice({ draftId, status }: { draftId: string; status: FoundDraft['status'] }) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  if (status === 'submitted') {
    return (
      <Notice tone="warning" title={t('frozen.submitted')}>
        <p>{t('frozen.submittedText')}</p>
        <p>
          <Link to={ADDRESSES.request} params={{ requestId: draftId }}>
            {t('frozen.link')}
          </Link>
        </p>
      </Notice>
    );
  }
  if (status === 'deleted') {
    return (
      <Notice tone="warning" title={t('frozen.deleted')}>
        <p>{t('frozen.deletedText')}</p>
        <Button variant="secondary" type="button" onClick={() => void restoreDraft(db, draftId)}>
          {t('frozen.restore')}
        </Button>
      </Notice>
    );
  }
  return null;
}
