import type { SaveResult } from '../../db/drafts/drafts.ts';

export interface SaverState {
  status: 'opened' | 'saved' | 'failing' | 'frozen';
  /** Where this tab's words are kept: no longer the address's draft once they have `moved`. */
  draftId: string;
  /** ISO; when the last save was on disk. */
  savedAt: string | null;
  /** The second draft, with what another tab wrote. */
  otherDraftId: string | null;
  hasMoved: boolean;
  frozenBecause: 'submitted' | 'deleted' | null;
}

export const AFTER_OPENING: Omit<SaverState, 'draftId'> = {
  status: 'opened',
  savedAt: null,
  otherDraftId: null,
  hasMoved: false,
  frozenBecause: null,
};

export function afterSaving(state: SaverState, result: SaveResult): SaverState {
  if (result.status === 'frozen') return { ...state, status: 'frozen', frozenBecause: result.because };
  const { draftId, savedAt } = result;
  return {
    draftId,
    savedAt,
    status: 'saved',
    otherDraftId: result.status === 'split' ? result.otherDraftId : state.otherDraftId,
    hasMoved: state.hasMoved || result.status === 'moved',
    frozenBecause: null,
  };
}
