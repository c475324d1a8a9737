import { useDatabase } from '../../db/core/database-context.ts';
import { useSession } from '../../state/session.ts';
import { useListEntry } from './use-list-entry.ts';

/** The searched words in the history entry, with their owner: people type a NISS or a disease, and an address is kept for ever. */
interface SearchedWords {
  by: string;
  /** The words; on a shared device, whose browser would write them into its files, a key to them in this page's memory. */
  words: string;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    searched?: SearchedWords | undefined;
  }
}

const inMemory = new Map<string, string>();

/** The words of the history entry that is shown, and the state that an entry for other words must have. */
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
