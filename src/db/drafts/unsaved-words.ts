import type { PendingTextRow } from '../core/schema.ts';

/** An editor, as those see it who care for words that are not on disk. */
export interface WordsHolder {
  /** What it could not save, or has not saved yet. */
  unsavedText(): PendingTextRow | null;
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

export function saveWordsAnew(citizenId: string): void {
  for (const holder of holders.get(citizenId) ?? []) holder.saveAnew();
}
