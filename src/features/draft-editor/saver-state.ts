export interface SaverState {
  status: 'opened' | 'saved' | 'failing' | 'frozen';
  /** The draft that holds this tab's words; another one than the draft of the address once they have moved. */
  draftId: string;
  /** The time at which the last save was on disk, in ISO 8601. */
  savedAt: string | null;
  /** The second draft, which holds the words of another tab. */
  otherDraftId: string | null;
  hasMoved: boolean;
}

export const AFTER_OPENING: Omit<SaverState, 'draftId'> = {
  status: 'opened',
  savedAt: null,
  otherDraftId: null,
  hasMoved: false,
};
