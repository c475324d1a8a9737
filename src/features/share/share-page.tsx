import { Link } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext, useDatabase, useOwn } from '../../db/core/database-context.ts';
import type { Share } from '../../db/core/device-database.ts';
import { restoreShare } from '../../db/core/shares.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { withDevice } from '../../db/core/with-device.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { ADDRESSES, listAddress } from '../../parts/addresses.ts';
import { draftPlace } from '../../parts/draft-place.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ChooseDraft } from './choose-draft.tsx';
import { type Attach, hadWords, hasJoined, type Joined, undoJoin } from './join-share.ts';
import { ShareContent, ShareIssues } from './share-content.tsx';
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
    <Stack>
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

interface JoinedShareProps {
  share: Share;
  joined: Joined;
  onUndone: () => void;
}

/** Says what is in the draft, with a link to it and the button **Desfazer**. */
function JoinedShare({ share, joined, onUndone }: JoinedShareProps) {
  const { t } = useTranslation('share');
  const db = useDatabase();
  const { draftId, isNew, words, fileIds, issues } = joined;
  const draft = useQuery((open) => readDraft(open, draftId), [draftId]);
  const undo = useOnce(async () => {
    await withDevice((device) => restoreShare(device, share));
    const isWhole = await undoJoin(db, joined, new Date());
    const undone = hadWords(joined) ? 'undoneButWords' : 'undone';
    announce(t(isWhole ? undone : 'undoneInPart'));
    onUndone();
    return false;
  });

  return (
    <Stack>
      <Notice tone="success" title={t(isNew ? 'done.new' : 'done.old')}>
        {words && <p>{t('done.words')}</p>}
        {fileIds.length > 0 && <p>{t('done.files', { count: fileIds.length })}</p>}
      </Notice>
      <ShareIssues issues={issues} />
      {undo.status === 'failed' && <Alert title={t('notUndone')} />}
      <Cluster>
        {draft && (
          <Link {...draftPlace(draft)} className={buttonClass('primary')}>
            {t('goOn')}
          </Link>
        )}
        <Button
          variant="quiet"
          type="button"
          icon={Undo2}
          busy={undo.status === 'running'}
          onClick={() => void undo.start()}
        >
          {t('undo')}
        </Button>
      </Cluster>
    </Stack>
  );
}
