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
    const saysShared = asksForGuest && search.convidado === SHARED_GUEST;
    const before = useSession.getState();
    // What a guest has begun on an own device is open to everybody: a guest who shares the device begins apart from it.
    const begins = asksForGuest && (saysShared ? !before.isShared : before.status === 'nobody');
    if (begins && !before.citizen && !preload) await services.session.beginAsGuest(saysShared);

    const { status, citizen, isShared } = useSession.getState();
    // A guest has drafts, and photos of paper for them. A device that is too full may have none but what everybody finds.
    const isForGuests = /^\/(rascunhos|digitalizar)\b/.test(pathname) && (isShared || !saysShared);
    if (citizen || (status === 'guest' && isForGuests)) return;
    throw redirect({ to: ADDRESSES.signIn, search: { voltar: href }, replace: true });
  },
  component: CitizenPages,
});

function CitizenPages() {
  return useContext(DatabaseContext) && <Outlet />;
}
