import { createFileRoute, redirect } from '@tanstack/react-router';
import { isCitizen } from '../../db/core/citizen-database.ts';

/** Leads to the list, or to sign-in, which says what e-Clic is. */
export const Route = createFileRoute('/')({
  beforeLoad: ({ context }): void => {
    throw redirect({
      to: isCitizen(context.services.currentDatabase()) ? '/pedidos' : '/entrar',
      replace: true,
    });
  },
});
