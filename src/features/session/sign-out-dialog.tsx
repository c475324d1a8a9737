import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What would be lost if this device forgot the citizen. */
export interface Kept {
  drafts: number;
  waiting: number;
}

interface SignOutDialogProps {
  kept: Kept;
  /** Nothing may stay on a shared device. */
  shared: boolean;
  onLeave: (choice: 'keep' | 'erase') => void;
  onCancel: () => void;
  /** **Descarregar cópia**. */
  download?: ReactNode;
}

export function SignOutDialog({ kept, shared, onLeave, onCancel, download }: SignOutDialogProps) {
  const { t } = useTranslation('session');
  return (
    <Dialog
      title={t('signOut.heading')}
      open
      onClose={onCancel}
      closeLabel={t('signOut.cancel')}
      actions={
        <>
          {!shared && (
            <Button variant="primary" type="button" onClick={() => onLeave('keep')}>
              {t('signOut.keep')}
            </Button>
          )}
          <Button variant="danger" type="button" onClick={() => onLeave('erase')}>
            {t('signOut.erase')}
          </Button>
        </>
      }
    >
      <p>{t('signOut.kept')}</p>
      <ul>
        {kept.drafts > 0 && <li>{t('signOut.drafts', { count: kept.drafts })}</li>}
        {kept.waiting > 0 && <li>{t('signOut.waiting', { count: kept.waiting })}</li>}
      </ul>
      <p>{shared ? t('signOut.sharedText') : t('signOut.ownText')}</p>
      {download}
    </Dialog>
  );
}
