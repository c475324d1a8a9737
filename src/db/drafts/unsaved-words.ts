import type { PendingTextRow } from '../core/schema.ts';
import type { DraftPatch } from './draft-edit.ts';

/** An editor that may hold words which are not on disk. */
interface WordsHolder {
  /** The words that it could not save, or has not saved yet. */
  unsavedText(): PendingTextRow | null;
  /** Gives its unsaved words to another editor and stops trying to save them. */
  handOver(): DraftPatch;
  /** Saves all words that it holds once more, after somebody emptied the disk. */
  saveAnew(): void;
}

/** Editors by the citizen's id, so that a citizen's copy never has another citizen's words. */
const holders = new Map<string, Set<WordsHolder>>();

export function holdWords(citizenId: string, holder: WordsHolder): () => void {
  const mine = holders.get(citizenId) ?? new Set();
  holders.set(citizenId, mine.add(holder));
  return () => mine.delete(holder);
}

export function readUnsavedWords(citizenId: string): PendingTextRow[] {
  return [...(holders.get(citizenId) ?? [])].flatMap((holder) => holder.unsavedText() ?? []);
}

/** Takes over the words that other editors of this page could not save of a draft; the new holder saves them from now on. */
export function takeOverWords(citizenId: string, draftId: string, holder: WordsHolder): DraftPatch {
  const mine = holders.get(citizenId) ?? new Set();
  const left = [...mine].filter((other) => other !== holder && other.unsavedText()?.draftId === draftId);
  for (const other of left) mine.delete(other);
  return Object.assign({}, ...left.map((other) => other.handOver()));
}

export function saveWordsAnew(citizenId: string): void {
  for (const holder of holders.get(citizenId) ?? []) holder.saveAnew();
}
