import { Send } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Review } from './review-list.tsx';

/** Of what whoever has just signed in had pressed for. `sends`: it goes by itself in a moment. `asks`: it needs another press all the same. */
export type Sending = { status: 'sends'; stop: () => void } | { status: 'asks' };

/** Says in whose name the summary below goes, with the way to keep it from going; or that it has not gone. */
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
        <Button variant="secondary" type="button" onClick={sending.stop}>
          {t('review.promised.stop')}
        </Button>
      </p>
    </Notice>
  );
}
