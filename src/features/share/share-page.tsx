import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext, useOwn } from '../../db/core/database-context.ts';
import { ADDRESSES, listAddress } from '../../parts/addresses.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ChooseDraft } from './choose-draft.tsx';
import { type Attach, hasJoined, type Joined } from './join-share.ts';
import { JoinedShare } from './joined-share.tsx';
import { ShareContent } from './share-content.tsx';
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
  const isEmpty = own?.share.text === '' && own.share.files.length === 0;
  return (
    <Page title={t('common:pageTitle', { page: title })} heading={title} focusKey={joined?.draftId}>
      {!own && <NothingShared why={shared ? 'gone' : why} />}
      {own && isEmpty && (
        <NothingShared why="leftOut">
          <ShareContent share={own.share} />
        </NothingShared>
      )}
      {own &&
        !isEmpty &&
        (joined && hasJoined(joined) ? (
          <JoinedShare share={own.share} joined={joined} onUndone={() => setJoined(null)} />
        ) : (
          <ChooseDraft shared={own} attach={attach} issues={joined?.issues ?? []} onJoined={setJoined} />
        ))}
    </Page>
  );
}

/** Says why there is nothing to add to a draft, and what the citizen can do instead. */
function NothingShared({ why, children }: { why: WhyNothing; children?: ReactNode }) {
  const { t } = useTranslation('share');
  const db = useContext(DatabaseContext);
  return (
    <Stack gap={3}>
      <Notice tone="info" title={t(`nothing.${why}.title`)}>
        <p>{t(`nothing.${why}.text`)}</p>
      </Notice>
      {children}
      <p>
        <Link to={db ? listAddress(db) : ADDRESSES.requests}>{t('nothing.goOn')}</Link>
      </p>
    </Stack>
  );
}
