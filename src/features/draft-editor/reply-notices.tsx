import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import { restoreDraft } from '../../db/drafts/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FoundReply } from './find-reply.ts';
import type { SaverState } from './saver-state.ts';

interface ReplyNoticesProps {
  state: SaverState;
  /** As it was opened. */
  draftId: string;
  found: FoundReply | undefined;
  /** The server would not take it, and nothing was tried since. */
  wasRefused: boolean;
  isOffline: boolean;
  status: 'ready' | 'sending' | 'failed';
}

export function ReplyNotices(props: ReplyNoticesProps) {
  const { found, wasRefused, isOffline, status } = props;
  const { t } = useTranslation('draft');
  return (
    <>
      {wasRefused && (
        <Notice tone="danger" title={t('reply.refused')}>
          <p>{t('reply.refusedText')}</p>
        </Notice>
      )}
      <OtherTabNotice {...props} />
      {status === 'failed' && (
        <div role="alert">
          <Notice tone="danger" title={t('reply.notSent')} />
        </div>
      )}
      {(isOffline || found?.hasNoConnection) && (
        <Notice tone="offline">
          <p>{t('reply.offline')}</p>
        </Notice>
      )}
    </>
  );
}

/** What another tab has done to the same reply; the other text, when there is one, stands below as a second draft. */
function OtherTabNotice(props: ReplyNoticesProps) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const news = chooseNews(props);

  useEffect(() => {
    if (news) announce(t(`reply.${news}.title`));
  }, [news, t]);

  if (!news) return null;
  return (
    <Notice tone="warning" title={t(`reply.${news}.title`)}>
      <p>{t(`reply.${news}.text`)}</p>
      {news === 'deleted' && (
        <Button variant="secondary" type="button" onClick={() => void restoreDraft(db, props.state.draftId)}>
          {t('frozen.restore')}
        </Button>
      )}
    </Notice>
  );
}

function chooseNews({ state, draftId, found, status }: ReplyNoticesProps) {
  if (found?.status === 'submitted' && status === 'ready') return 'submitted';
  if (found?.status === 'deleted') return 'deleted';
  return state.otherDraftId !== null || state.draftId !== draftId ? 'split' : null;
}
