import { createFileRoute, redirect } from '@tanstack/react-router';
import { ADDRESSES } from '../../parts/addresses.ts';
import { useSession } from '../../state/session.ts';

/** Leads to the list of requests, or to the sign-in page, which says what e-Clic is. */
export const Route = createFileRoute('/')({
  staticData: { asksWhoIsHere: true },
  beforeLoad: async ({ context: { services } }): Promise<void> => {
    await services.session.whoIsHere();
    throw redirect({
      to: ADDRESSES[useSession.getState().citizen ? 'requests' : 'signIn'],
      replace: true,
    });
  },
});
