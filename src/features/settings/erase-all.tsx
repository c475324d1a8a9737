import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { megabytes } from '../../../shared/format-bytes.ts';
import { readUsage } from '../../db/storage/storage-health.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

// A store, and no state of the component: the page is drawn anew once nobody is here.
const useErasing = create<{ isErasing: boolean }>(() => ({ isErasing: false }));

/** **Apagar tudo deste dispositivo**: erases the words of everybody who used e-Clic on this device. It needs no session. */
export function EraseAll({ onErase }: { onErase: () => Promise<boolean> }) {
  const { t, i18n } = useTranslation('settings');
  const [asked, setAsked] = useState<{ used: number | null } | null>(null);
  const { isErasing } = useErasing();
  const button = useRef<HTMLButtonElement>(null);

  // The page that was drawn anew has given the focus to its heading, which may be far above.
  useEffect(() => {
    if (!isErasing) return;
    return () => {
      if (document.activeElement?.matches('body, h1')) button.current?.focus();
    };
  }, [isErasing]);

  async function erase() {
    setAsked(null);
    useErasing.setState({ isErasing: true });
    const politeness = 'assertive';
    const isErased = await onErase().catch(() => false);
    showNotice(isErased ? { text: t('eraseAll.done') } : { text: t('eraseAll.notDone'), politeness });
    useErasing.setState({ isErasing: false });
  }

  return (
    <>
      <Button
        ref={button}
        variant="danger"
        type="button"
        icon={Trash2}
        busy={isErasing}
        onClick={() => void readUsage().then((used) => setAsked({ used }))}
      >
        {t('eraseAll.button')}
      </Button>
      {asked && (
        <Dialog
          title={t('eraseAll.heading')}
          onClose={() => setAsked(null)}
          closeLabel={t('eraseAll.cancel')}
          actions={
            <Button variant="danger" type="button" onClick={() => void erase()}>
              {t('eraseAll.confirm')}
            </Button>
          }
        >
          <p>{t('eraseAll.what')}</p>
          {asked.used !== null && (
            <p>{t('eraseAll.size', { amount: megabytes(asked.used).toLocaleString(i18n.language) })}</p>
          )}
          <p>{t('eraseAll.lost')}</p>
        </Dialog>
      )}
    </>
  );
}
