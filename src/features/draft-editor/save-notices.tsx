import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SaverState } from './saver-state.ts';

/** Stands above the field while another tab has written the same draft. That nothing can be saved is said at the top of every page. */
export function SaveNotices({ state, addressId }: { state: SaverState; addressId: string }) {
  const { t } = useTranslation('draft');
  const hasMoved = state.draftId !== addressId;
  const news = hasMoved ? t('moved.title') : state.otherDraftId ? t('split.title') : null;

  useEffect(() => {
    if (news) announce(news);
  }, [news]);

  return (
    <>
      {hasMoved && <TwoDrafts name="moved" draftId={state.draftId} />}
      {!hasMoved && state.otherDraftId && <TwoDrafts name="split" draftId={state.otherDraftId} />}
    </>
  );
}

function TwoDrafts({ name, draftId }: { name: 'split' | 'moved'; draftId: string }) {
  const { t } = useTranslation('draft');
  return (
    <Notice tone="warning" title={t(`${name}.title`)}>
      <p>{t(`${name}.text`)}</p>
      <p>
        <Link to={STEP_ADDRESSES.description} params={{ draftId }}>
          {t(`${name}.link`)}
        </Link>
      </p>
    </Notice>
  );
}
