import type { CitizenPurpose, ReplyTarget } from '../../contract/types.ts';
import type { DraftRow } from '../db/core/schema.ts';

/** What the page of a request says to an editor of the reply that is open in it. */
export interface EditedReply {
  draftId: string;
  /** As it was when it was opened; undefined for a new one. Never read again. */
  draft: DraftRow | undefined;
  target: ReplyTarget;
  /** What a message written now would be; null: none is taken. */
  fits: CitizenPurpose | null;
  /** Opened by a press, and not because the page found it begun. */
  takesFocus: boolean;
  /** Just before it becomes a message; null: it did not. */
  onSubmit: (draftId: string | null) => void;
  onSubmitted: (draftId: string) => void;
  /** *Guardar e fechar*. */
  onClose: (draftId: string) => void;
  onDelete: (draftId: string) => void;
}
