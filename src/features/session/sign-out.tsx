import { LogOut } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { countWaiting } from '../../db/outbox/outbox.ts';
import { showNotice } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import type { Kept } from './sign-out-dialog.tsx';

// Loaded when it is needed, because few people have something to lose when they sign out.
const SignOutDialog = lazy(async () => ({ default: (await import('./sign-out-dialog.tsx')).SignOutDialog }));

interface SignOutProps {
  db: CitizenDatabase;
  onLeave: (choice: 'keep' | 'erase') => Promise<void>;
  /** **Descarregar cópia**, for whoever leaves something behind. */
  download?: ReactNode;
}

/** **Terminar sessão**: asks first when something written would be left behind or lost. */
export function SignOut({ db, onLeave, download }: SignOutProps) {
  const { t } = useTranslation('common');
  const shared = useSession((session) => session.citizen?.shared ?? false);
  const [kept, setKept] = useState<Kept | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);

  async function leave(choice: 'keep' | 'erase') {
    setIsLeaving(true);
    setKept(null);
    await onLeave(choice).finally(() => setIsLeaving(false));
    showNotice({ text: choice === 'erase' ? t('signOut.doneErased') : t('signOut.done') });
  }

  async function press() {
    const found = await readKept(db);
    if (found.drafts + found.waiting > 0) setKept(found);
    else await leave(shared ? 'erase' : 'keep');
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

async function readKept(db: CitizenDatabase): Promise<Kept> {
  const [drafts, waiting] = await Promise.all([listOpenDrafts(db), countWaiting(db)]);
  return { drafts: drafts.length, waiting };
}
