import { createFileRoute, redirect } from '@tanstack/react-router';
import { writtenDraftId, writtenRoute } from '../../../../lib/written-page.ts';
import { STEP_ADDRESSES } from '../../../../parts/addresses.ts';

/** Only makes an id: the draft itself begins with its first saved change, so that no visit leaves an empty one behind. */
export const Route = createFileRoute('/_citizen/rascunhos/novo')({
  staticData: { leadsTo: '/_citizen/rascunhos/$draftId/descricao' },
  /** `convidado`: *Começar um pedido sem iniciar sessão*; the guard sees to it. */
  validateSearch: (search: Record<string, unknown>): { convidado?: 'sim' } =>
    search.convidado === undefined ? {} : { convidado: 'sim' },
  beforeLoad: () => {
    const draftId = (writtenRoute() && writtenDraftId()) ?? crypto.randomUUID();
    throw redirect({ to: STEP_ADDRESSES.description, params: { draftId }, replace: true });
  },
});
