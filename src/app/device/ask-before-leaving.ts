import { liveQuery } from 'dexie';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { readLocalData } from '../../db/storage/local-data.ts';
import { followCurrent } from '../session/follow-current.ts';

interface LeavingOptions {
  current: CurrentDatabase;
  page?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/**
 * For browsers that keep nothing: has the browser ask before the page is left, as long as something written is in this page alone. Chave Móvel Digital,
 * another site and a reload would lose it as closing does. Returns the function that stops it.
 */
export function askBeforeLeaving({ current, page = window }: LeavingOptions): () => void {
  const ask = (event: Event) => event.preventDefault();
  return followCurrent(current, (db) => {
    const written = liveQuery(() => db && readLocalData(db)).subscribe({
      next(found) {
        if (found && found.onlyHere.length + found.waiting > 0) page.addEventListener('beforeunload', ask);
        else page.removeEventListener('beforeunload', ask);
      },
      error: () => undefined,
    });
    return () => {
      written.unsubscribe();
      page.removeEventListener('beforeunload', ask);
    };
  });
}
