import { createFileRoute, redirect } from '@tanstack/react-router';

/** Leads to the list, or to sign-in, which says what e-Clic is. */
export const Route = createFileRoute('/')({
  beforeLoad: ({ context }): void => {
    throw redirect({ to: context.services.currentDatabase() ? '/pedidos' : '/entrar', replace: true });
  },
});
