import { useLocation } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { StatusLine } from '../../features/sync-status/status-line.tsx';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useSession } from '../../state/session.ts';
import styles from './account-menu.module.css';
import { usePageSession } from './services.ts';
import { SignOutHere } from './sign-out-here.tsx';

// Loaded when they are needed, because few visits see them.
const AccountItems = lazyPart(() => import('./account-items.tsx'), 'AccountItems');
const SessionEnded = lazyPart(() => import('../../features/session/session-ended.tsx'), 'SessionEnded');
const SessionEnding = lazyPart(() => import('../../features/session/session-ending.tsx'), 'SessionEnding');
const TabGuestLine = lazyPart(() => import('../../features/session/tab-guest-line.tsx'), 'TabGuestLine');
const GuestQuestion = lazyPart(() => import('../../features/session/guest-question.tsx'), 'GuestQuestion');

/** The citizen's name in the header, and beside it **Terminar sessão**, which on a phone stands in the menu that the name opens. */
export function Account({ name, hasOwnWayOut }: { name: string; hasOwnWayOut: boolean }) {
  return (
    <>
      <AccountMenu name={name} />
      {!hasOwnWayOut && <SignOutHere />}
    </>
  );
}

/** The citizen's name, a button that opens a menu: *Definições*, *As minhas sessões* and, on a phone, **Terminar sessão**. */
function AccountMenu({ name }: { name: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.name} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {name}
        <ChevronDown size={20} />
      </button>
      {isOpen && (
        <Suspense>
          <AccountItems onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The lines under the header that say what keeps the words of the citizen or guest from being sent. */
export function PersonalLines({ db }: { db: CitizenDatabase }) {
  const session = usePageSession();
  const hasEnded = useSession((state) => state.status === 'ended');
  const isInTab = useSession(({ status, isShared }) => status === 'guest' && isShared);
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <>
      {isInTab && <TabGuestLine onErase={session.leaveAsGuest} />}
      {hasEnded && !path.startsWith(ADDRESSES.signIn) && <SessionEnded />}
      <StatusLine key={db.citizenId} path={path} />
    </>
  );
}

/** The questions above the page: whether to go on with the session, and what is to become of a guest's drafts. */
export function Questions({ db }: { db: CitizenDatabase }) {
  return (
    <Suspense>
      <Ending />
      <Guest db={db} />
    </Suspense>
  );
}

function Guest({ db }: { db: CitizenDatabase }) {
  const session = usePageSession();
  const guestId = useSession((state) => state.guestId);
  if (guestId === null) return null;
  const key = `${db.citizenId} ${guestId}`;
  return <GuestQuestion key={key} db={db} onNone={session.noteGuestAdopted} />;
}

function Ending() {
  const session = usePageSession();
  const { status, isShared, endsAt } = useSession();
  // Once the session has ended, only a shared device needs a warning: its words are erased at the end.
  if (endsAt === null || (status !== 'citizen' && !isShared)) return null;
  const of = status === 'guest' ? 'guest' : isShared ? 'shared' : 'own';
  return <SessionEnding endsAt={endsAt} of={of} onStay={() => void session.stay()} />;
}
