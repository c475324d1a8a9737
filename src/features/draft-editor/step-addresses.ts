import { type CitizenDatabase, isGuest } from '../../db/core/citizen-database.ts';
import type { DraftStep } from '../../db/core/schema.ts';

export const STEP_ADDRESSES = {
  description: '/rascunhos/$draftId/descricao',
  topic: '/rascunhos/$draftId/tema',
  attachments: '/rascunhos/$draftId/anexos',
  review: '/rascunhos/$draftId/resumo',
} as const satisfies Record<DraftStep, string>;

/** The list in which the draft stands. */
export function listAddress(db: CitizenDatabase): '/rascunhos' | '/pedidos' {
  return isGuest(db) ? '/rascunhos' : '/pedidos';
}

/** What an address of a step may say: `voltar=resumo` after *Alterar* in the summary, so that *Continuar* leads back there. */
export interface StepSearch {
  voltar?: 'resumo';
}

export function readStepSearch(search: Record<string, unknown>): StepSearch {
  return search.voltar === 'resumo' ? { voltar: 'resumo' } : {};
}
