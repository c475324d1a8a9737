import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMemoryOnly } from '../../db/core/use-memory-only.ts';
import type { LocalData } from '../../db/storage/local-data.ts';
import { NamedDrafts } from '../../parts/named-drafts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface SignOutDialogProps {
  kept: LocalData;
  /** Whether the device is shared: then nothing may stay on it. */
  shared: boolean;
  onLeave: (choice: 'keep' | 'erase') => void;
  onCancel: () => void;
  /** The button **Descarregar cópia**. */
  download?: ReactNode;
}

export function SignOutDialog({ kept, shared, onLeave, onCancel, download }: SignOutDialogProps) {
  const { t } = useTranslation('session');
  const hasNoDisk = useMemoryOnly();
  const { inAccount, onlyHere, deletions, waiting, requests, wasKept } = kept;
  const isLosing = onlyHere.length + waiting > 0;
  const isStaying = inAccount.length + deletions > 0;
  const isEmpty = !isLosing && !isStaying && requests === 0;
  return (
    <Dialog
      title={t('signOut.heading')}
      onClose={onCancel}
      closeLabel={t('signOut.cancel')}
      actions={
        <>
          {!shared && !hasNoDisk && (
            <Button variant={wasKept ? 'primary' : 'secondary'} type="button" onClick={() => onLeave('keep')}>
              {t('signOut.keep')}
            </Button>
          )}
          {/* On a shared device erasing is the right choice, so the button is not a warning. */}
          <Button variant={shared ? 'primary' : 'danger'} type="button" onClick={() => onLeave('erase')}>
            {t('signOut.erase')}
          </Button>
        </>
      }
    >
      <p>{t(isEmpty ? 'signOut.nothing' : 'signOut.kept')}</p>
      <ul>
        {inAccount.length > 0 && (
          <li>
            {t('signOut.inAccount', { count: inAccount.length })}
            <NamedDrafts drafts={inAccount} />
          </li>
        )}
        {onlyHere.length > 0 && (
          <li>
            {t('signOut.onlyHere', { count: onlyHere.length })}
            <NamedDrafts drafts={onlyHere} />
          </li>
        )}
        {deletions > 0 && <li>{t('signOut.deletions', { count: deletions })}</li>}
        {waiting > 0 && <li>{t('signOut.waiting', { count: waiting })}</li>}
        {requests > 0 && <li>{t('signOut.requests', { count: requests })}</li>}
      </ul>
      <p>{t(shared ? 'signOut.sharedText' : hasNoDisk ? 'signOut.pageText' : 'signOut.ownText')}</p>
      {(isStaying || isLosing) && (
        <p>
          {isStaying && t('signOut.staysText')} {isLosing && t('signOut.lostText')}
        </p>
      )}
      {download}
    </Dialog>
  );
}
