import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose } from '../../contract/types.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

interface ReplyChangedNoticeProps {
  purpose: CitizenPurpose;
  /** What a message written now would be; null: none is taken. */
  fits: CitizenPurpose | null;
  onChange: (purpose: CitizenPurpose) => void;
}

/** The request has moved on while this was being written: it no longer takes such a message, and perhaps takes another. */
export function ReplyChangedNotice({ purpose, fits, onChange }: ReplyChangedNoticeProps) {
  const { t } = useTranslation('draft');
  const title = t('reply.changed.title');
  const isWrong = purpose !== fits;

  useEffect(() => {
    if (isWrong) announce(title);
  }, [isWrong, title]);

  if (!isWrong) return null;
  return (
    <Notice tone="warning" title={title}>
      <p>{t(fits ? `reply.changed.fits.${fits}` : 'reply.changed.none')}</p>
      {fits && (
        <Button variant="secondary" type="button" onClick={() => onChange(fits)}>
          {t(`reply.changed.change.${fits}`)}
        </Button>
      )}
    </Notice>
  );
}
