import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { megabytes } from '../../../shared/format-bytes.ts';
import { readUsage } from '../../db/storage/storage-health.ts';
import { showNotice } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** **Apagar tudo deste dispositivo**: erases the words of everybody who used e-Clic on this device. It needs no session. */
export function EraseAll({ onErase }: { onErase: () => Promise<boolean> }) {
  const { t, i18n } = useTranslation('settings');
  const [asked, setAsked] = useState<{ used: number | null } | null>(null);
  const [isErasing, setIsErasing] = useState(false);

  async function erase() {
    setAsked(null);
    setIsErasing(true);
    const politeness = 'assertive';
    const isErased = await onErase().catch(() => false);
    showNotice(isErased ? { text: t('eraseAll.done') } : { text: t('eraseAll.notDone'), politeness });
    setIsErasing(false);
  }

  return (
    <>
      <Button
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
