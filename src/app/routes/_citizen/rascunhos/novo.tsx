import { createFileRoute, redirect } from '@tanstack/react-router';

/** Only makes an id: the draft itself begins with its first saved change, so that no visit leaves an empty one behind. */
export const Route = createFileRoute('/_citizen/rascunhos/novo')({
  beforeLoad: () => {
    const draftId = crypto.randomUUID();
    throw redirect({ to: '/rascunhos/$draftId/descricao', params: { draftId }, replace: true });
  },
});
