import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { restoreDraft } from '../../db/drafts/mark-draft.ts';
import { ADDRESSES, STEP_ADDRESSES } from '../../parts/addresses.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type FoundDraft, findDraft } from './find-draft.ts';
import type { SaverState } from './saver-state.ts';

/** A notice that appears while somebody writes, and is announced at once. */
export function NewsNotice({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => announce(title), [title]);
  return (
    <Notice tone="warning" title={title}>
      {children}
    </Notice>
  );
}

/** Says that there is a second draft: another tab has changed the same draft, or it was sent. (If nothing can be saved, a bar on every page says so.) */
export function SplitNotice({ state }: { state: SaverState }) {
  const { t } = useTranslation('draft');
  const draftId = state.hasMoved ? state.draftId : state.otherDraftId;
  const name = state.hasMoved ? 'moved' : 'split';
  if (!draftId) return null;
  return (
    <NewsNotice title={t(`${name}.title`)}>
      <p>{t(`${name}.text`)}</p>
      <p>
        <Link to={STEP_ADDRESSES.description} params={{ draftId }}>
          {t(`${name}.link`)}
        </Link>
      </p>
    </NewsNotice>
  );
}

interface DraftGoneNoticeProps {
  draftId: string;
  /** The draft of the address, where the words go on in another one. */
  ofPage: string;
  kind: RequestKind | null;
  status: FoundDraft['status'];
  /** Saves the words on this page. */
  save: () => Promise<unknown>;
}

/** Says that another tab or device has submitted or deleted the draft. */
export function DraftGoneNotice({ draftId, ofPage, kind, status: found, save }: DraftGoneNoticeProps) {
  const { t } = useTranslation('draft');
  const context = ofKind(kind);
  // Whoever goes on in a second draft, and forgets that the first one was sent, would send all of it again.
  const wasSent = useQuery((db) => findDraft(db, ofPage), [ofPage])?.status === 'submitted';
  const status = wasSent && found !== 'deleted' ? 'submitted' : found;
  if (status !== 'submitted' && status !== 'deleted') return null;
  return (
    <NewsNotice title={t(`frozen.${status}`, context)}>
      <p>{t(`frozen.${status}Text`, context)}</p>
      {status === 'deleted' ? (
        <RestoreButton draftId={draftId} save={save} />
      ) : (
        <p>
          <Link to={ADDRESSES.request} params={{ requestId: wasSent ? ofPage : draftId }}>
            {t('frozen.link', context)}
          </Link>
        </p>
      )}
    </NewsNotice>
  );
}

/** Brings a deleted draft back, and then saves the words on this page that were refused meanwhile. */
export function RestoreButton({ draftId, save }: Pick<DraftGoneNoticeProps, 'draftId' | 'save'>) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  return (
    <Button
      ref={handFocusOn}
      variant="secondary"
      type="button"
      onClick={() => void restoreDraft(db, draftId).then(save)}
    >
      {t('frozen.restore')}
    </Button>
  );
}
