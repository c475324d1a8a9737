import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says under the header that the session has ended; the page and its words stay. */
export function SessionEnded() {
  const { t } = useTranslation('session');
  const href = useLocation({ select: (location) => location.href });
  const text = t('ended.text');

  useEffect(() => announce(text), [text]);

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
