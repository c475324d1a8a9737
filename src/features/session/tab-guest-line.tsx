import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IDLE_MINUTES } from '../../../domain/session-life.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Tells a tab guest what happens to their words, and lets them erase everything, after a question. */
export function TabGuestLine({ onErase }: { onErase: () => Promise<void> }) {
  const { t } = useTranslation('session');
  const [status, setStatus] = useState<'asking' | 'erasing' | null>(null);
  const line = t('tab.line', { minutes: IDLE_MINUTES.shared });

  useEffect(() => announce(line), [line]);

  async function erase() {
    setStatus('erasing');
    await onErase().finally(() => setStatus(null));
    showNotice({ text: t('tab.erased') });
  }

  return (
    <>
      <Notice tone="info">
        <p>{line}</p>
        <p>
          <Button
            variant="secondary"
            type="button"
            busy={status === 'erasing'}
            onClick={() => setStatus('asking')}
          >
            {t('tab.erase')}
          </Button>
        </p>
      </Notice>
      {status === 'asking' && (
        <Dialog
          title={t('tab.eraseHeading')}
          onClose={() => setStatus(null)}
          closeLabel={t('signOut.cancel')}
          actions={
            <Button variant="primary" type="button" onClick={() => void erase()}>
              {t('guest.erase')}
            </Button>
          }
        >
          <p>{t('tab.eraseText')}</p>
        </Dialog>
      )}
    </>
  );
}
