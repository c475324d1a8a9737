import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { SaverState } from './saver-state.ts';
import { STEP_ADDRESSES } from './step-addresses.ts';

/** Stands above the field while there is something about saving that must be known. */
export function SaveNotices({ state, addressId }: { state: SaverState; addressId: string }) {
  const { t } = useTranslation('draft');
  const isFailing = state.status === 'failing';
  const hasMoved = state.draftId !== addressId;
  const news = hasMoved ? t('moved.title') : state.otherDraftId ? t('split.title') : null;

  useEffect(() => {
    if (isFailing) announce(t('notSaved'), 'assertive');
  }, [isFailing, t]);
  useEffect(() => {
    if (news) announce(news);
  }, [news]);

  return (
    <>
      {isFailing && <Notice tone="danger" title={t('notSaved')} />}
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
