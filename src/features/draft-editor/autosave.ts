import type { DraftPatch } from '../../db/draft-edit.ts';
import type { SaveResult } from '../../db/drafts.ts';
import type { PendingTextRow } from '../../db/schema.ts';
import type { WordsHolder } from '../../db/unsaved-words.ts';
import type { Clock } from '../../lib/clock.ts';
import { AFTER_OPENING, afterSaving, type SaverState } from './saver-state.ts';

/**
 * A throttle, not a debounce: who types without a pause is saved all the same. What is older than 300 ms is promised to survive, and the
 * write itself takes its time on a slow device.
 */
export const AUTOSAVE_MS = 240;

/** How soon a save that failed is tried again. */
export const SAVE_RETRY_MS = 5000;

export interface DraftSaverOptions {
  draftId: string;
  /** The revision that the editor has read; 0 for a new draft. */
  baseRevision: number;
  /** What the editor has read. */
  opened?: DraftPatch;
  /** Names the tab. */
  writer: string;
  save: (
    draftId: string,
    edit: { patch: DraftPatch; baseRevision: number; writer: string },
    now: Date,
  ) => Promise<SaveResult>;
  putPending: (row: PendingTextRow) => void;
  clock: Clock;
}

export interface DraftSaver extends WordsHolder {
  change(patch: DraftPatch): void;
  /** Resolves when all that was changed before is on disk, or could not be put there. */
  flush(): Promise<SaverState>;
  /** The page hides: what is not on disk yet goes there in the one way that works then. */
  hide(): void;
  getState(): SaverState;
  subscribe(listener: () => void): () => void;
}

/** Writes what an editor changes, one save at a time. What changes during a save follows it; what was saved never comes back. */
export function createDraftSaver(options: DraftSaverOptions): DraftSaver {
  const { writer, save, putPending, clock } = options;
  let state: SaverState = { ...AFTER_OPENING, draftId: options.draftId };
  let baseRevision = options.baseRevision;
  /** Not on disk yet and not on its way. */
  let unsaved: DraftPatch = {};
  let inFlight: DraftPatch | null = null;
  /** All that the editor shows. */
  let held = options.opened ?? {};
  let round: Promise<void> | null = null;
  /** Somebody waits for what changed during the save in flight. */
  let isWanted = false;
  let cancelTimer: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function startTimer(delayMs: number) {
    cancelTimer ??= clock.after(delayMs, () => {
      cancelTimer = null;
      void saveAll();
    });
  }

  function stopTimer() {
    cancelTimer?.();
    cancelTimer = null;
  }

  function setState(next: SaverState) {
    state = next;
    for (const listener of listeners) listener();
  }

  const hasUnsaved = () => Object.keys(unsaved).length > 0;

  async function saveOnce() {
    const patch = unsaved;
    inFlight = patch;
    unsaved = {};
    try {
      const result = await save(state.draftId, { patch, baseRevision, writer }, clock.now());
      if (result.status !== 'frozen') baseRevision = result.revision;
      else unsaved = { ...patch, ...unsaved };
      setState(afterSaving(state, result));
    } catch {
      // Whatever the device's reason, the words are still in the field: they are tried again, and the citizen is told to copy them.
      unsaved = { ...patch, ...unsaved };
      setState({ ...state, status: 'failing' });
      startTimer(SAVE_RETRY_MS);
    } finally {
      inFlight = null;
    }
  }

  async function saveInTurn() {
    do {
      isWanted = false;
      await saveOnce();
    } while (isWanted && hasUnsaved() && state.status === 'saved');
    round = null;
  }

  function saveAll(): Promise<void> {
    stopTimer();
    isWanted = true;
    if (!round && hasUnsaved()) round = saveInTurn();
    return round ?? Promise.resolve();
  }

  function unsavedText(): PendingTextRow | null {
    const text = unsaved.description ?? inFlight?.description;
    if (text === undefined) return null;
    const complaint = unsaved.complaint ?? inFlight?.complaint;
    const words = { text, ...(complaint !== undefined && { complaint }) };
    return { draftId: state.draftId, ...words, baseRevision, writer, typedAt: clock.now().toISOString() };
  }

  return {
    change(patch) {
      unsaved = { ...unsaved, ...patch };
      held = { ...held, ...patch };
      startTimer(AUTOSAVE_MS);
    },
    async flush() {
      await saveAll();
      return state;
    },
    hide() {
      const typed = unsavedText();
      if (typed) putPending(typed);
      void saveAll();
    },
    unsavedText,
    saveAnew() {
      baseRevision = 0;
      unsaved = held;
      void saveAll();
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
