import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Fragment, useContext } from 'react';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { SHARED_GUEST } from '../../lib/tab-guest.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';

/** Pages with a citizen's words: they need to know whose, not that the server can be reached. Whoever is not signed in has drafts alone. */
export const Route = createFileRoute('/_citizen')({
  staticData: { asksWhoIsHere: true },
  beforeLoad: async ({ context: { services }, location, preload }) => {
    const { pathname, search, href } = location;
    await services.session.whoIsHere();
    const asksForGuest = pathname === ADDRESSES.newDraft && 'convidado' in search;
    const isShared = asksForGuest && search.convidado === SHARED_GUEST;
    const { status: before, isInTab } = useSession.getState();
    // What somebody began here for everybody to see is no place for who shares the device.
    const isForAll = before === 'guest' && !isInTab;
    if (asksForGuest && !preload && (before === 'nobody' || (isShared && isForAll)))
      await services.session.beginAsGuest(isShared);

    const { status, citizen } = useSession.getState();
    // Their drafts, and photos of paper for them.
    const isForGuests = /^\/(rascunhos|digitalizar)\b/.test(pathname);
    if (citizen || (status === 'guest' && isForGuests)) return;
    throw redirect({ to: ADDRESSES.signIn, search: { voltar: href }, replace: true });
  },
  component: CitizenPages,
});

function CitizenPages() {
  const db = useContext(DatabaseContext);
  // With another citizen the page is made anew: nothing that was open or typed is carried over.
  return (
    db && (
      <Fragment key={db.citizenId}>
        <Outlet />
      </Fragment>
    )
  );
}
