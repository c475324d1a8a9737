import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Changed } from './change-push.ts';

/** Says why this device gets no notifications and what the citizen can do; nothing if it gets them. */
export function PushProblem({ changed }: { changed: Changed | null }) {
  const { t } = useTranslation('push');
  const why = changed === 'done' ? null : changed;

  useEffect(() => {
    if (changed) announce(t(changed === 'done' ? 'on' : `${changed}.title`));
  }, [changed, t]);

  return (
    why && (
      <Notice tone="warning" title={t(`${why}.title`)}>
        <p>{t(`${why}.text`)}</p>
      </Notice>
    )
  );
}
