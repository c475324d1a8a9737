import { choiceParts, writtenIn, writtenParts } from '../../../domain/written/words.ts';
import type { PendingTextRow } from '../../db/core/schema.ts';
import type { DraftEdit, DraftPatch, EditStart } from '../../db/drafts/draft-edit.ts';
import type { SaveResult } from '../../db/drafts/save-draft.ts';
import type { Clock } from '../../lib/clock.ts';
import { AFTER_OPENING, type SaverState } from './saver-state.ts';

/** A throttle, not a debounce: drafts are saved even while the citizen types without a pause. Words older than 300 ms are promised to survive. */
export const AUTOSAVE_MS = 240;

/** The time after which a failed save is tried again. */
export const SAVE_RETRY_MS = 5000;

export interface DraftSaverOptions {
  draftId: string;
  /** The revision that the editor has read; 0 for a new draft. */
  baseRevision: number;
  /** The content that the editor has read. */
  opened?: DraftPatch;
  /** The id of the tab. */
  writer: string;
  save: (draftId: string, edit: DraftEdit, now: Date) => Promise<SaveResult>;
  putPending: (row: PendingTextRow) => void;
  /** Keeps what is typed while the draft waits to be sent. */
  keepTyping: (row: PendingTextRow) => Promise<void>;
  /** Removes the last typing that was kept, once newer words are saved. */
  dropPending: (saved: { draftId: string; writer: string; typing: number }) => void;
  clock: Clock;
}

export type DraftSaver = ReturnType<typeof createDraftSaver>;

/** Counts the changes of all editors of this page, so that an editor that is opened later goes on counting. */
let typing = 0;

/** Saves an editor's changes, one save at a time. Changes made during a save follow it; saved text never flows back into the editor. */
export function createDraftSaver(options: DraftSaverOptions) {
  const { writer, save, putPending, keepTyping, dropPending, clock, opened } = options;
  let state: SaverState = { ...AFTER_OPENING, draftId: options.draftId };
  /** What the editor has read, or saved since: the next change begins on it. */
  let begun: EditStart = { ...(opened && { base: writtenIn(opened) }), baseRevision: options.baseRevision };
  /** The last typing that was kept when the page hid, or while the draft waited to be sent. */
  let pending: PendingTextRow | null = null;
  /** Changes that are neither on disk nor in the save in flight. */
  let unsaved: DraftPatch = {};
  let inFlight: DraftPatch | null = null;
  /** The content that the editor shows. */
  let held = opened ?? {};
  let round: Promise<void> | null = null;
  /** Whether a `flush` waits for the changes made during the save in flight. */
  let isWanted = false;
  let isHandedOver = false;
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
    const edit = { patch, ...begun, writer, typing };
    inFlight = patch;
    unsaved = {};
    try {
      const result = await save(state.draftId, edit, clock.now());
      if (result.status === 'frozen') {
        // Words that have arrived are no news; a choice goes with the next words.
        unsaved = { ...(result.because === 'arrived' ? choiceParts(patch) : patch), ...unsaved };
        // The tab may be killed before another key is pressed. The draft gets these words when it opens again, a second draft when it arrives.
        const typed = result.because === 'submitted' && unsavedText();
        if (typed) {
          pending = typed;
          await keepTyping(typed);
        }
        setState({ ...state, status: 'frozen' });
        return;
      }
      const { draftId, savedAt, revision } = result;
      begun = { base: writtenIn({ ...opened, ...begun.base, ...patch }), baseRevision: revision };
      // A page that hid during this save has put down words that only the next save brings to the disk.
      if (pending && (pending.typing ?? 0) <= edit.typing) {
        dropPending({ draftId: pending.draftId, writer, typing: edit.typing });
        pending = null;
      }
      setState({
        draftId,
        savedAt,
        status: 'saved',
        otherDraftId: result.status === 'split' ? result.otherDraftId : state.otherDraftId,
        hasMoved: state.hasMoved || result.status === 'moved',
      });
    } catch {
      // Another editor has taken these words over and saves them.
      if (isHandedOver) return;
      // Whatever the error, the words are still in the field. The save is tried again, and the page tells the citizen to copy the words.
      unsaved = { ...patch, ...unsaved };
      setState({ ...state, status: 'failing' });
      startTimer(SAVE_RETRY_MS);
    } finally {
      inFlight = null;
    }
  }

  async function saveInTurn() {
    let tried: number;
    do {
      isWanted = false;
      tried = typing;
      await saveOnce();
      // A draft that is not open takes no words: only newer ones are kept after those that it has refused.
    } while (
      isWanted &&
      hasUnsaved() &&
      (state.status === 'saved' || (state.status === 'frozen' && typing > tried))
    );
    round = null;
  }

  function saveAll(): Promise<void> {
    stopTimer();
    isWanted = true;
    if (!round && hasUnsaved()) round = saveInTurn();
    return round ?? Promise.resolve();
  }

  function unsavedText(): PendingTextRow | null {
    const patch = { ...inFlight, ...unsaved };
    if (Object.keys(patch).length === 0) return null;
    const typedAt = clock.now().toISOString();
    const parts = { words: writtenParts(patch), choices: choiceParts(patch) };
    return { draftId: state.draftId, ...parts, ...begun, writer, typing, typedAt };
  }

  function change(patch: DraftPatch): void {
    typing += 1;
    unsaved = { ...unsaved, ...patch };
    held = { ...held, ...patch };
    startTimer(AUTOSAVE_MS);
  }

  return {
    change,
    /** Saves a choice at once: unlike typing, a choice is complete. */
    choose(patch: DraftPatch) {
      change(patch);
      void saveAll();
    },
    /** Resolves when all earlier changes are on disk or have failed to be saved. */
    flush: (): Promise<SaverState> => saveAll().then(() => state),
    /** Keeps the unsaved words when the page hides, with a write that survives the end of the page. */
    hide() {
      const typed = unsavedText();
      if (typed) {
        putPending(typed);
        pending = typed;
      }
      void saveAll();
    },
    unsavedText,
    handOver() {
      isHandedOver = true;
      stopTimer();
      const patch = { ...inFlight, ...unsaved };
      unsaved = {};
      return patch;
    },
    /** Saves words of another editor of this page, which knows on which words it began. */
    takeOver(patch: DraftPatch) {
      begun = { baseRevision: begun.baseRevision };
      change(patch);
    },
    saveAnew() {
      begun = { baseRevision: 0 };
      unsaved = held;
      void saveAll();
    },
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
