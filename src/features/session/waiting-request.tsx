import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../db/core/schema.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says which request is sent after signing in, with a link back to it: for the citizen who pressed for it, and for anyone else who finds this page. */
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
