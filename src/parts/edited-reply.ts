import type { CitizenPurpose, ReplyTarget } from '../../contract/types.ts';
import type { DraftRow } from '../db/core/schema.ts';

/** What the page of a request gives to the editor of the open reply. */
export interface EditedReply {
  draftId: string;
  /** The draft as it was when it was opened, never read again; undefined for a new one. */
  draft: DraftRow | undefined;
  target: ReplyTarget;
  /** The words that a new one begins with. */
  firstText: string;
  /** The purpose of a message written now; null: the office takes none. */
  fits: Exclude<CitizenPurpose, 'correction'> | null;
  /** Whether what was written can still be corrected. */
  mayCorrect: boolean;
  /** Whether the reply was opened by a press, and not by the page itself. */
  takesFocus: boolean;
  /** Called with the draft's id before it is submitted; with null when submitting failed. */
  onSubmit: (draftId: string | null) => void;
  onSubmitted: (draftId: string) => void;
  /** *Guardar e fechar*. */
  onClose: (draftId: string) => void;
  onDelete: (draftId: string) => void;
}
