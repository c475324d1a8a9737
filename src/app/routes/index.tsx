import { createFileRoute, redirect } from '@tanstack/react-router';
import { isCitizen } from '../../db/core/occupant.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** Leads to the list, or to sign-in, which says what e-Clic is. */
export const Route = createFileRoute('/')({
  staticData: { asksWhoIsHere: true },
  beforeLoad: async ({ context: { services } }): Promise<void> => {
    await services.whoIsHere();
    throw redirect({
      to: ADDRESSES[isCitizen(services.currentDatabase()) ? 'requests' : 'signIn'],
      replace: true,
    });
  },
});
