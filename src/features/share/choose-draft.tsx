import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filledFields } from '../../../domain/written/words.ts';
import { firstWords } from '../../../shared/first-words.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { isGuest } from '../../db/core/occupant.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { forgetShare, restoreShare } from '../../db/core/shares.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { withDevice } from '../../db/core/with-device.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { whileUnderWay } from '../../lib/under-way.ts';
import { ADDRESSES, listAddress } from '../../parts/addresses.ts';
import { useOnce } from '../../parts/use-once.ts';
import { showNotice } from '../../state/notices.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Cluster, Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { type Attach, hasJoined, type Joined, joinShare, type SharedIssue } from './join-share.ts';
import { ShareContent, ShareIssues } from './share-content.tsx';
import type { SharedHere } from './shared-here.ts';

/** The value of the choice that makes a new draft. */
const NEW = 'new';
const NAME_GRAPHEMES = 70;
/** The number of drafts shown at a time, newest first. */
const SHOWN_AT_ONCE = 8;

interface ChooseDraftProps {
  shared: SharedHere;
  attach: Attach;
  /** The issues of files that the rules do not let into any draft. */
  issues: readonly SharedIssue[];
  onJoined: (joined: Joined) => void;
}

export function ChooseDraft({ shared, attach, issues, onJoined }: ChooseDraftProps) {
  const { t } = useTranslation(['share', 'common']);
  const db = useDatabase();
  const navigate = useNavigate();
  const { share } = shared;
  const drafts = useQuery(listOpenDrafts, [], shared.drafts) ?? [];
  const { options, showMore } = useDraftOptions(drafts);
  const [chosen, setChosen] = useState(NEW);
  const [isClosed, setClosed] = useState(false);
  const isThere = chosen === NEW || drafts.some(({ id }) => id === chosen);
  const target = isThere ? chosen : NEW;
  const join = useOnce(() => whileUnderWay(joinChosen()));
  const isJoining = join.status === 'running';

  async function joinChosen() {
    const joined = await joinShare(db, share, target === NEW ? null : target, attach, new Date());
    setClosed(joined === 'closed');
    if (joined === 'closed') return false;
    if (hasJoined(joined)) {
      await withDevice((device) => forgetShare(device, share));
      announce(t(joined.isNew ? 'done.new' : 'done.old'));
    }
    onJoined(joined);
    return false;
  }

  async function refuse() {
    await withDevice((device) => forgetShare(device, share));
    const bringBack = async () => {
      await withDevice((device) => restoreShare(device, share));
      await navigate({ href: `${ADDRESSES.share}?partilha=${share.id}` });
    };
    await navigate({ to: listAddress(db) });
    showNotice({ text: t('refused'), undo: { label: t('undo'), run: () => void bringBack() } });
  }

  return (
    <Stack>
      <p>{t('intro')}</p>
      <ShareContent share={share} />
      <RadioGroup
        id="draft"
        name="draft"
        legend={t('where')}
        hint={isGuest(db) ? t('asGuest') : undefined}
        options={[{ value: NEW, label: t('newDraft') }, ...options]}
        value={target}
        onChange={setChosen}
      />
      {showMore && (
        <div>
          <Button variant="quiet" type="button" onClick={showMore}>
            {t('more')}
          </Button>
        </div>
      )}
      {/* What is wrong again comes anew, or nobody would hear it. */}
      {!isJoining && <ShareIssues issues={issues} />}
      {!isJoining && (isClosed || join.status === 'failed') && (
        <Alert title={t(isClosed ? 'closed' : 'notKept')} />
      )}
      <Cluster>
        <Button variant="primary" type="button" busy={isJoining} onClick={() => void join.start()}>
          {t('join')}
        </Button>
        <Button variant="quiet" type="button" onClick={() => void refuse()}>
          {t('refuse')}
        </Button>
      </Cluster>
    </Stack>
  );
}

/** Returns the open drafts as choices. `showMore` is null once all are shown. */
function useDraftOptions(drafts: readonly DraftRow[]) {
  const { t, i18n } = useTranslation('share');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const options = drafts.slice(0, shown).map((draft) => {
    const [first] = filledFields(draft);
    const name = first ? `«${firstWords(first.text, NAME_GRAPHEMES)}»` : t('noWords');
    const moment = formatDateTime(draft.updatedAt, i18n.language);
    return {
      value: draft.id,
      label: draft.replyTo ? t('reply', { name }) : name,
      hint: t('changedAt', { moment }),
    };
  });
  const showMore = drafts.length > shown ? () => setShown(shown + SHOWN_AT_ONCE) : null;
  return { options, showMore };
}
