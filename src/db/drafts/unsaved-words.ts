import type { PendingTextRow } from '../core/schema.ts';
import type { DraftPatch } from './draft-edit.ts';

/** An editor, as those see it who care for words that are not on disk. */
export interface WordsHolder {
  /** What it could not save, or has not saved yet. */
  unsavedText(): PendingTextRow | null;
  /** Another editor goes on with what it could not save: this one tries no more. */
  handOver(): DraftPatch;
  /** Somebody emptied the disk: saves all that it holds once more. */
  saveAnew(): void;
}

/** By citizen: nobody's copy holds another one's words. */
const holders = new Map<string, Set<WordsHolder>>();

export function holdWords(citizenId: string, holder: WordsHolder): () => void {
  const mine = holders.get(citizenId) ?? new Set();
  holders.set(citizenId, mine.add(holder));
  return () => mine.delete(holder);
}

export function readUnsavedWords(citizenId: string): PendingTextRow[] {
  return [...(holders.get(citizenId) ?? [])].flatMap((holder) => holder.unsavedText() ?? []);
}

/** What others could not save of a draft that is opened again in this page: from now on it is the new holder's to save. */
export function takeOverWords(citizenId: string, draftId: string, holder: WordsHolder): DraftPatch {
  const mine = holders.get(citizenId) ?? new Set();
  const left = [...mine].filter((other) => other !== holder && other.unsavedText()?.draftId === draftId);
  for (const other of left) mine.delete(other);
  return Object.assign({}, ...left.map((other) => other.handOver()));
}

export function saveWordsAnew(citizenId: string): void {
  for (const holder of holders.get(citizenId) ?? []) holder.saveAnew();
}
