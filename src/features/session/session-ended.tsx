import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/core/use-query.ts';
import { canTryNow } from '../../db/outbox/try-now.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says under the header that the session has ended. The page and its words stay, and what was submitted before is still sent. */
export function SessionEnded() {
  const { t } = useTranslation('session');
  const href = useLocation({ select: (location) => location.href });
  const isGoing = useQuery(canTryNow);
  const text = isGoing ? t('ended.textSending') : t('ended.text');
  const isAnnounced = useRef(false);

  useEffect(() => {
    if (isAnnounced.current || isGoing === undefined) return;
    isAnnounced.current = true;
    announce(text);
  }, [isGoing, text]);

  return (
    <Notice tone="warning">
      <p>{text}</p>
      <p>
        <Link to={ADDRESSES.signIn} search={{ voltar: href }}>
          {t('ended.signIn')}
        </Link>
      </p>
    </Notice>
  );
}
