import { EARLY_WORDS_DATABASE } from './database-names.ts';

/**
 * A page that was written at build time can be typed into before the app has come. What a guest types into their first step is then put here: into
 * a database that needs no code of the app, on disk at once, until the app has it in a draft.
 */
interface EarlyWords {
  /** The id that the page made for its draft, before anything was typed. */
  draftId: string;
  description: string;
  /** In ISO 8601. */
  typedAt: string;
}

const STORE = 'words';

/** Resolves when the words are on disk. */
export async function keepEarlyWords(words: EarlyWords): Promise<void> {
  await change((store) => store.put(words));
}

/** Lists the words of all pages, also of those that the app has not taken over yet. */
export async function listEarlyWords(): Promise<EarlyWords[]> {
  const all: EarlyWords[] = [];
  await change((store) => {
    store.getAll().onsuccess = ({ target }) => all.push(...(target as IDBRequest<EarlyWords[]>).result);
  });
  return all;
}

/** Forgets the words of one draft. The last words take the database along. */
export async function forgetEarlyWords(draftId: string): Promise<void> {
  let left = 0;
  await change((store) => {
    store.delete(draftId);
    store.count().onsuccess = ({ target }) => {
      left = (target as IDBRequest<number>).result;
    };
  });
  if (left === 0) await eraseEarlyWords();
}

/** A page that still writes holds the database for an instant; it is deleted after that. A browser that keeps nothing has none, and may refuse to be asked. */
export async function eraseEarlyWords(): Promise<void> {
  const erased = new Promise<void>((resolve) => {
    const erasing = globalThis.indexedDB?.deleteDatabase(EARLY_WORDS_DATABASE);
    if (!erasing) return resolve();
    erasing.onsuccess = () => resolve();
    erasing.onerror = () => resolve();
    erasing.onblocked = () => resolve();
  });
  await erased.catch(() => undefined);
}

async function change(run: (store: IDBObjectStore) => void): Promise<void> {
  const db = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      run(transaction.objectStore(STORE));
    });
  } finally {
    // An open connection would keep the database from being deleted.
    db.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(EARLY_WORDS_DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'draftId' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}
