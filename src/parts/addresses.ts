import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isGuest } from '../db/core/occupant.ts';
import type { DraftRow, DraftStep } from '../db/core/schema.ts';

/** The address of each page; the files in `app/routes` bear the same names. */
export const ADDRESSES = {
  signIn: '/entrar',
  code: '/entrar/codigo',
  password: '/palavra-chave',
  requests: '/pedidos',
  request: '/pedidos/$requestId',
  receipt: '/pedidos/$requestId/comprovativo',
  waiting: '/por-enviar',
  statistics: '/resumo',
  guestDrafts: '/rascunhos',
  newDraft: '/rascunhos/novo',
  scan: '/digitalizar/$draftId',
  share: '/partilhar',
  status: '/estado',
  settings: '/definicoes',
  help: '/ajuda',
  glossary: '/glossario',
  verify: '/verificar',
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

/** A kind that asks for more than the description, such as a complaint, has a second screen in its first step. */
export const SCREEN_ADDRESSES = { ...STEP_ADDRESSES, details: '/rascunhos/$draftId/pormenores' } as const;

export type DraftScreen = keyof typeof SCREEN_ADDRESSES;

/** The address of the step at which a draft goes on: the last step reached, or the summary for a draft that was submitted and came back. */
export function stepAddress(draft: DraftRow) {
  const wasSubmitted = draft.submissions > 0 || draft.refusal !== null;
  return STEP_ADDRESSES[wasSubmitted ? 'review' : draft.reachedStep];
}

export function listAddress(db: CitizenDatabase) {
  return ADDRESSES[isGuest(db) ? 'guestDrafts' : 'requests'];
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The field that the link **Alterar** leads to. It is kept here because an address is not the place for the name of a field. */
    field?: string;
  }
}

/** The search parameters of a step's address. After **Alterar** in the summary it is `voltar=resumo`, and **Continuar** then leads back there. */
export type StepSearch = { voltar?: 'resumo' };
