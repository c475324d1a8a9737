import type { DraftRow, DraftStep } from '../../db/core/schema.ts';

const STEP_ADDRESSES = {
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
