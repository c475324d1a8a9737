import { EARLY_WORDS_DATABASE } from './database-names.ts';

/**
 * A page that was written at build time can be typed into before the app has come. What is typed into a guest's first step then is put here:
 * in a database that needs nothing of the app, on disk at once, until the app has it in a draft.
 */
export interface EarlyWords {
  /** The page's own, made before anything is typed. */
  draftId: string;
  description: string;
  /** ISO. */
  typedAt: string;
}

const STORE = 'words';

/** On disk when resolved. */
export async function keepEarlyWords(words: EarlyWords): Promise<void> {
  await change((store) => store.put(words));
}

/** Of all pages, also of those that have not been taken over yet. */
export async function listEarlyWords(): Promise<EarlyWords[]> {
  const all: EarlyWords[] = [];
  await change((store) => {
    store.getAll().onsuccess = ({ target }) => all.push(...(target as IDBRequest<EarlyWords[]>).result);
  });
  return all;
}

/** The last of them takes the database along. */
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

/** Whoever still writes to it holds it for an instant; it goes after that. A browser that keeps nothing has none, and may refuse to be asked. */
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
    // An open one would keep the database from going.
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
