import { createFileRoute, redirect } from '@tanstack/react-router';
import { prerenderedDraftId, prerenderedRoute } from '../../../../lib/prerendered-page.ts';
import type { SHARED_GUEST } from '../../../../lib/tab-guest.ts';
import { STEP_ADDRESSES } from '../../../../parts/addresses.ts';

/** This address only makes an id: the draft itself begins with its first saved change, so that no visit leaves an empty one behind. */
export const Route = createFileRoute('/_citizen/rascunhos/novo')({
  staticData: { leadsTo: '/_citizen/rascunhos/$draftId/descricao' },
  /** Says what links may name. `convidado` asks for *Começar um pedido sem iniciar sessão*, which the guard in `_citizen.tsx` sees to. */
  validateSearch: (search: { convidado?: 'sim' | typeof SHARED_GUEST }) => search,
  beforeLoad: () => {
    const draftId = (prerenderedRoute() && prerenderedDraftId()) ?? crypto.randomUUID();
    throw redirect({ to: STEP_ADDRESSES.description, params: { draftId }, replace: true });
  },
});
