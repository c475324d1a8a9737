import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwn } from '../../db/core/database-context.ts';
import { Page } from '../../ui/page.tsx';
import { ChooseDraft } from './choose-draft.tsx';
import { type Attach, hasJoined, type Joined } from './join-share.ts';
import { JoinedShare } from './joined-share.tsx';
import { NothingShared } from './nothing-shared.tsx';
import type { SharedHere, WhyNothing } from './shared-here.ts';

interface SharePageProps {
  /** The share as it was read before the page is shown; null when there is none for this citizen. */
  shared: SharedHere | null;
  why: WhyNothing;
  attach: Attach;
}

/** **Juntar a um rascunho**: content that another app shared goes nowhere until the citizen has chosen a draft. */
export function SharePage({ shared, why, attach }: SharePageProps) {
  const { t } = useTranslation(['share', 'common']);
  const own = useOwn(shared);
  const [joined, setJoined] = useState<Joined | null>(null);
  const title = t('title');
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={joined?.draftId}>
      {!own && <NothingShared why={shared ? 'gone' : why} />}
      {own && joined && hasJoined(joined) ? (
        <JoinedShare share={own.share} joined={joined} onUndone={() => setJoined(null)} />
      ) : (
        own && <ChooseDraft shared={own} attach={attach} issues={joined?.issues ?? []} onJoined={setJoined} />
      )}
    </Page>
  );
}
