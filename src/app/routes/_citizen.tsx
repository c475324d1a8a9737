import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';
import { Fragment, useContext } from 'react';
import { DatabaseContext } from '../../db/database-context.ts';

/** Pages with a citizen's words: they need to know whose, but not that the server can be reached. */
export const Route = createFileRoute('/_citizen')({
  beforeLoad: ({ context, location }) => {
    if (context.services.currentDatabase()) return;
    throw redirect({ to: '/entrar', search: { voltar: location.href }, replace: true });
  },
  component: CitizenPages,
});

function CitizenPages() {
  const db = useContext(DatabaseContext);
  // Another citizen's page is another page: nothing of what is open or typed goes over.
  return (
    db && (
      <Fragment key={db.citizenId}>
        <Outlet />
      </Fragment>
    )
  );
}
