import { useDatabase } from '../../db/core/database-context.ts';
import { useOwnEntry } from '../../parts/use-own-entry.ts';
import { useSession } from '../../state/session.ts';

/**
 * The searched words, kept in the history entry together with their owner. They are not in the address, which is kept for ever: people search for a NISS or a
 * disease.
 */
interface SearchedWords {
  by: string;
  /** The words themselves. On a shared device, whose browser would write them to its disk, a key to the words in this page's memory. */
  words: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    searched?: SearchedWords | undefined;
  }
}

const inMemory = new Map<string, string>();

/** Returns the words of the history entry that is shown, and a function that makes the state of an entry for other words. */
export function useSearchedWords() {
  const by = useDatabase().citizenId;
  const shared = useSession((session) => session.isShared);
  const { searched } = useOwnEntry();
  const kept = searched?.by === by ? searched.words : '';
  return {
    words: shared ? inMemory.get(kept) : kept,
    remember(words: string | undefined): SearchedWords | undefined {
      if (words === undefined) return undefined;
      if (!shared) return { by, words };
      const stand = crypto.randomUUID();
      inMemory.set(stand, words);
      return { by, words: stand };
    },
  };
}
