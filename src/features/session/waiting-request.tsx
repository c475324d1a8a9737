import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../db/core/schema.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { Notice } from '../../ui/notice.tsx';

/** What signing in here sends, told to whoever pressed for it and to whoever finds the page, with the way back. */
export function WaitingRequest({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('session');
  return (
    <Notice tone="warning">
      <p>{t('signIn.requestWaits', ofKind(draft.kind))}</p>
      <NamedDrafts drafts={[draft]} />
      <p>
        <Link to={STEP_ADDRESSES.review} params={{ draftId: draft.id }}>
          {t('signIn.backToSummary')}
        </Link>
      </p>
    </Notice>
  );
}
