import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { useContext } from 'react';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { SHARED_GUEST } from '../../lib/tab-guest.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';

/** Pages with a citizen's words. They need to know whose words, not that the server can be reached. Without a sign-in there are only drafts. */
export const Route = createFileRoute('/_citizen')({
  staticData: { asksWhoIsHere: true },
  beforeLoad: async ({ context: { services }, location, preload }) => {
    const { pathname, search, href } = location;
    await services.session.whoIsHere();
    const asksForGuest = pathname === ADDRESSES.newDraft && 'convidado' in search;
    const isShared = asksForGuest && search.convidado === SHARED_GUEST;
    const before = useSession.getState();
    // What a guest has begun on an own device is open to everybody: a guest who shares the device begins apart from it.
    const isForAll = before.status === 'guest' && !before.isShared;
    if (asksForGuest && !preload && (before.status === 'nobody' || (isShared && isForAll)))
      await services.session.beginAsGuest(isShared);

    const { status, citizen } = useSession.getState();
    // A guest has drafts, and photos of paper for them.
    const isForGuests = /^\/(rascunhos|digitalizar)\b/.test(pathname);
    if (citizen || (status === 'guest' && isForGuests)) return;
    throw redirect({ to: ADDRESSES.signIn, search: { voltar: href }, replace: true });
  },
  component: CitizenPages,
});

function CitizenPages() {
  return useContext(DatabaseContext) && <Outlet />;
}
