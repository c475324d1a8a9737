import type { PendingTextRow } from '../../db/core/schema.ts';
import type { DraftPatch } from '../../db/drafts/draft-edit.ts';
import type { SaveResult } from '../../db/drafts/drafts.ts';
import type { WordsHolder } from '../../db/drafts/unsaved-words.ts';
import { writtenParts } from '../../domain/written/words.ts';
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
    edit: { patch: DraftPatch; baseRevision: number; writer: string; typing: number },
    now: Date,
  ) => Promise<SaveResult>;
  putPending: (row: PendingTextRow) => void;
  /** Takes away what was put down before, once newer words are saved. */
  dropPending: (saved: { draftId: string; writer: string; typing: number }) => void;
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

/** Grows with every change in this page: an editor that is opened later must not count from nothing again. */
let typing = 0;

/** Writes what an editor changes, one save at a time. What changes during a save follows it; what was saved never comes back. */
export function createDraftSaver(options: DraftSaverOptions): DraftSaver {
  const { writer, save, putPending, dropPending, clock } = options;
  let state: SaverState = { ...AFTER_OPENING, draftId: options.draftId };
  let baseRevision = options.baseRevision;
  /** The draft for which words were put down while the page hid. */
  let pendingFor: string | null = null;
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
    const edit = { patch, baseRevision, writer, typing };
    inFlight = patch;
    unsaved = {};
    try {
      const result = await save(state.draftId, edit, clock.now());
      if (result.status === 'frozen') unsaved = { ...patch, ...unsaved };
      else {
        baseRevision = result.revision;
        if (pendingFor !== null) dropPending({ draftId: pendingFor, writer, typing: edit.typing });
        pendingFor = null;
      }
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
    const words = writtenParts({ ...inFlight, ...unsaved });
    if (Object.keys(words).length === 0) return null;
    const typedAt = clock.now().toISOString();
    return { draftId: state.draftId, words, baseRevision, writer, typing, typedAt };
  }

  return {
    change(patch) {
      typing += 1;
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
      if (typed) {
        putPending(typed);
        pendingFor = typed.draftId;
      }
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
