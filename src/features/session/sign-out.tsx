import { LogOut } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import type { LocalData } from '../../db/storage/local-data.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { showNotice } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';

// Both are loaded only at the press.
const loadLocalData = () => import('../../db/storage/local-data.ts');
const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'), 'SignOutDialog');

interface SignOutProps {
  db: CitizenDatabase;
  onLeave: (choice: 'keep' | 'erase') => Promise<void>;
  /** The button **Descarregar cópia**, for citizens who leave something behind. */
  download?: ReactNode;
}

/** **Terminar sessão**: asks first, except on a shared device on which nothing would be lost. */
export function SignOut({ db, onLeave, download }: SignOutProps) {
  const { t } = useTranslation('common');
  const shared = useSession((session) => session.citizen?.shared ?? false);
  const [kept, setKept] = useState<LocalData | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);

  async function leave(choice: 'keep' | 'erase') {
    setIsLeaving(true);
    setKept(null);
    // A device too full for this note lets nobody stay signed in: the next question only says less.
    if (choice === 'keep') await (await loadLocalData()).noteKeptAtSignOut(db).catch(endQuietly);
    await onLeave(choice).finally(() => setIsLeaving(false));
    showNotice({ text: choice === 'erase' ? t('signOut.doneErased') : t('signOut.done') });
  }

  async function press() {
    const code = await fetchWithoutReload(loadLocalData).catch(() => null);
    if (!code) return showNotice({ text: t('partNotOpened') });
    const found = await code.readLocalData(db);
    const hasWritten = found.inAccount.length + found.onlyHere.length + found.waiting > 0;
    if (hasWritten || !shared) setKept(found);
    else await leave('erase');
  }

  return (
    <>
      <Button variant="secondary" type="button" icon={LogOut} busy={isLeaving} onClick={() => void press()}>
        {t('signOut.button')}
      </Button>
      {kept && (
        <Suspense>
          <SignOutDialog
            kept={kept}
            shared={shared}
            onLeave={(choice) => void leave(choice)}
            onCancel={() => setKept(null)}
            download={download}
          />
        </Suspense>
      )}
    </>
  );
}
