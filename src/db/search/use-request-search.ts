import { useEffect, useState } from 'react';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { useDatabase } from '../core/database-context.ts';
import type { RequestSearch } from './request-search.ts';
import { openRequestSearch } from './request-search-open.ts';

/** Whoever opens a request found and comes back need not wait for everything to be read again. */
const KEEP_MS = 60_000;

interface OpenSearch {
  db: CitizenDatabase;
  search: RequestSearch;
  users: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

let open: OpenSearch | null = null;

function take(db: CitizenDatabase): OpenSearch {
  if (open?.db !== db) {
    closeSearch();
    open = { db, search: openRequestSearch(db), users: 0, timer: undefined };
  }
  clearTimeout(open.timer);
  open.users += 1;
  return open;
}

function give(back: OpenSearch): void {
  back.users -= 1;
  if (back.users > 0 || back !== open) return;
  // A database that is closed has no citizen any more, and nobody who could come back.
  back.timer = setTimeout(closeSearch, back.db.isOpen() ? KEEP_MS : 0);
}

function closeSearch(): void {
  open?.search.close();
  open = null;
}

/** The search over the current citizen's requests; null until it is taken up. */
export function useRequestSearch(): RequestSearch | null {
  const db = useDatabase();
  const [search, setSearch] = useState<RequestSearch | null>(null);
  useEffect(() => {
    const taken = take(db);
    setSearch(taken.search);
    return () => give(taken);
  }, [db]);
  return search;
}
