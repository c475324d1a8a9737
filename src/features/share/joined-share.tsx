import { Link } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Share } from '../../db/core/share-schema.ts';
import { restoreShare } from '../../db/core/shares.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { withDevice } from '../../db/core/with-device.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { draftPlace } from '../../parts/draft-place.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Cluster } from '../../ui/cluster.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { hadWords, type Joined, undoJoin } from './join-share.ts';
import { ShareIssues } from './share-issues.tsx';

interface JoinedShareProps {
  share: Share;
  joined: Joined;
  onUndone: () => void;
}

/** Says what is in the draft, with a link to it and the button **Desfazer**. */
export function JoinedShare({ share, joined, onUndone }: JoinedShareProps) {
  const { t } = useTranslation('share');
  const db = useDatabase();
  const { draftId, isNew, words, fileIds, issues } = joined;
  const draft = useQuery((open) => readDraft(open, draftId), [draftId]);
  const undo = useOnce(async () => {
    await withDevice((device) => restoreShare(device, share));
    await undoJoin(db, joined, new Date());
    announce(t(hadWords(joined) ? 'undoneButWords' : 'undone'));
    onUndone();
    return false;
  });

  return (
    <Stack gap={3}>
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
