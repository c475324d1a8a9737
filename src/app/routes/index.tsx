import { createFileRoute, redirect } from '@tanstack/react-router';
import { isCitizen } from '../../db/core/occupant.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

/** Leads to the list, or to sign-in, which says what e-Clic is. */
export const Route = createFileRoute('/')({
  beforeLoad: ({ context }): void => {
    throw redirect({
      to: ADDRESSES[isCitizen(context.services.currentDatabase()) ? 'requests' : 'signIn'],
      replace: true,
    });
  },
});
