import { Send } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Review } from './review-list.tsx';

/**
 * The state of a request that the citizen submitted before signing in. `sends`: it is sent in a moment, unless stopped. `asks`: it is only sent after another
 * press.
 */
export type Sending = { status: 'sends'; stop: () => void } | { status: 'asks' };

/** Says in whose name the request below is about to be sent, with a way to stop it; or that it has not been sent. */
export function SendingNotice({ sending, review }: { sending: Sending; review: Review }) {
  const { t } = useTranslation('draft');
  const { status } = sending;
  const line = t(`review.promised.${status}`, {
    ...ofKind(review.draft.kind),
    name: review.profile?.citizen.name ?? '',
  });

  useEffect(() => announce(line), [line]);

  if (status === 'asks')
    return (
      <Notice tone="warning">
        <p>{line}</p>
      </Notice>
    );
  return (
    <Notice tone="info" icon={Send}>
      <p>{line}</p>
      <p>
        <Button variant="secondary" type="button" ref={handFocusOn} onClick={sending.stop}>
          {t('review.promised.stop')}
        </Button>
      </p>
    </Notice>
  );
}
