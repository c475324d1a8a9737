import type { CitizenPurpose, ReplyTarget } from '../../contract/types.ts';
import type { DraftRow } from '../db/core/schema.ts';

/** The data and callbacks that the page of a request gives to the editor of its open reply. */
export interface EditedReply {
  draftId: string;
  /** The draft as it was when the editor was opened; it is not read again. Undefined for a new reply. */
  draft: DraftRow | undefined;
  target: ReplyTarget;
  /** The words that a new reply begins with. */
  firstText: string;
  /** The purpose that a new message has in the state of the request; null when the office takes no messages but corrections. */
  fits: Exclude<CitizenPurpose, 'correction'> | null;
  /** Whether the citizen can still correct the request. */
  mayCorrect: boolean;
  /** Whether the citizen opened the reply by a press; false when the page opened it by itself. */
  takesFocus: boolean;
  /** Called with the draft's id before it is submitted; with null when submitting failed. */
  onSubmit: (draftId: string | null) => void;
  onSubmitted: (draftId: string) => void;
  /** Called when the citizen presses **Guardar e fechar**. */
  onClose: (draftId: string) => void;
  onDelete: (draftId: string) => void;
}
