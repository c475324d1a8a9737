import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isGuest } from '../db/core/occupant.ts';
import type { DraftRow, DraftStep } from '../db/core/schema.ts';

/** Where each page stands; the files in `app/routes` bear the same names. */
export const ADDRESSES = {
  signIn: '/entrar',
  code: '/entrar/codigo',
  requests: '/pedidos',
  request: '/pedidos/$requestId',
  receipt: '/pedidos/$requestId/comprovativo',
  waiting: '/por-enviar',
  statistics: '/resumo',
  guestDrafts: '/rascunhos',
  newDraft: '/rascunhos/novo',
  settings: '/definicoes',
  help: '/ajuda',
  glossary: '/glossario',
  contacts: '/contactos',
  privacy: '/privacidade',
  accessibility: '/acessibilidade',
  demo: '/demonstracao',
} as const;

export const STEP_ADDRESSES = {
  description: '/rascunhos/$draftId/descricao',
  topic: '/rascunhos/$draftId/tema',
  attachments: '/rascunhos/$draftId/anexos',
  review: '/rascunhos/$draftId/resumo',
} as const satisfies Record<DraftStep, string>;

/** Where to go on: the step reached, or the summary once the draft was whole and came back, refused or by *Não enviar*. */
export function stepAddress(draft: DraftRow) {
  const wasSubmitted = draft.submissions > 0 || draft.refusal !== null;
  return STEP_ADDRESSES[wasSubmitted ? 'review' : draft.reachedStep];
}

export function listAddress(db: CitizenDatabase) {
  return ADDRESSES[isGuest(db) ? 'guestDrafts' : 'requests'];
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The field that *Alterar* leads to. An address is not the place for its name. */
    field?: string;
  }
}

/** What an address of a step may say: `voltar=resumo` after *Alterar* in the summary, so that *Continuar* leads back there. */
export type StepSearch = { voltar?: 'resumo' };

export function readStepSearch(search: Record<string, unknown>): StepSearch {
  return search.voltar === 'resumo' ? { voltar: 'resumo' } : {};
}
