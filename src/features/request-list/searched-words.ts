import { useDatabase } from '../../db/core/database-context.ts';
import { useSession } from '../../state/session.ts';
import { useListEntry } from './use-list-entry.ts';

/** People type a NISS or a disease, and an address is kept for ever: what is searched is a matter of the history's entry, and of whose it is. */
interface SearchedWords {
  by: string;
  /** On a shared device, where the browser would write the entry into its files, only what stands for the words in this page's memory. */
  words: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    searched?: SearchedWords | undefined;
  }
}

const inMemory = new Map<string, string>();

/** The words of the entry that is shown, and what an entry for other words has to remember. */
export function useSearchedWords() {
  const by = useDatabase().citizenId;
  const shared = useSession((session) => session.citizen?.shared ?? false);
  const { searched } = useListEntry();
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
