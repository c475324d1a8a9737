import { LogOut } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { LocalData } from '../../db/storage/local-data.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { fetchWithoutReload } from '../../parts/stand-ins/preload-helper.ts';
import { showNotice } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';

// Both are loaded only at the press.
const loadSteps = () => import('./sign-out-steps.ts');
const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'), 'SignOutDialog');

interface SignOutProps {
  db: CitizenDatabase;
  onLeave: (choice: 'keep' | 'erase') => Promise<boolean>;
  /** The button **Descarregar cópia**, for citizens who leave something behind. */
  download?: ReactNode;
}

/** **Terminar sessão**: asks first, except on a shared device on which nothing would be lost. */
export function SignOut({ db, onLeave, download }: SignOutProps) {
  const { t } = useTranslation('common');
  const shared = useSession((session) => session.isShared);
  const [kept, setKept] = useState<LocalData | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);

  async function leave(choice: 'keep' | 'erase') {
    setIsLeaving(true);
    setKept(null);
    await (await loadSteps()).leaveAndTell({ db, choice, onLeave, t });
    setIsLeaving(false);
  }

  async function press() {
    const steps = await fetchWithoutReload(loadSteps).catch(() => null);
    if (!steps) return showNotice({ text: t('partNotOpened') });
    const question = await steps.readQuestion(db, shared);
    if (question) setKept(question);
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
