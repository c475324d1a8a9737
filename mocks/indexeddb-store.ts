import { hasLeft, onPageLeft } from '../shared/page-leaving.ts';
import type { Entry, KeyRange, Store, Transaction } from './store.ts';
import { TABLE_NAMES, type TableName, type Tables } from './tables.ts';

const DATABASE_NAME = 'eclic-pretend-server';
const DATABASE_VERSION = 4;
const BYTES = 'bytes';
const ALL_STORES = [...TABLE_NAMES, BYTES];

/** The page's own IndexedDB, or a test's. */
export interface IndexedDbApi {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/** Makes a store in the browser. It survives reloads and is shared by the tabs, which take turns by its transactions. */
export function createIndexedDbStore({ indexedDB, IDBKeyRange }: IndexedDbApi): Store {
  let opened: Promise<IDBDatabase> | null = null;

  function forget(): void {
    opened = null;
  }

  function open(): Promise<IDBDatabase> {
    opened ??= openDatabase(indexedDB, forget);
    // A browser that forbids storage at this call may allow it at the next.
    opened.catch(forget);
    return opened;
  }

  return {
    async transact(work) {
      const database = await open();
      // A transaction that a page leaves open would hold up every other page.
      if (hasLeft()) throw new Error('The page is over');
      const transaction = database.transaction(ALL_STORES, 'readwrite');
      const finished = completion(transaction);
      const forget = onPageLeft(() => abort(transaction));
      try {
        const result = await work(transactionOf(transaction, IDBKeyRange));
        await finished;
        return result;
      } catch (error) {
        abort(transaction);
        await finished.catch(() => {});
        throw error;
      } finally {
        forget();
      }
    },
  };
}

function openDatabase(factory: IDBFactory, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE_NAME, DATABASE_VERSION);
    request.onupgradeneeded = () => {
      const { objectStoreNames } = request.result;
      const missing = ALL_STORES.filter((name) => !objectStoreNames.contains(name));
      for (const name of missing) request.result.createObjectStore(name);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = onClose;
      // Another page is deleting the database: closing it keeps that page from waiting for ever, and the next call makes a new world.
      database.onversionchange = () => {
        database.close();
        onClose();
      };
      resolve(database);
    };
  });
}

function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted'));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has ended already.
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Makes a transaction whose writes are not awaited: they happen in order, and one that fails aborts the transaction, whose end is awaited. */
function transactionOf(transaction: IDBTransaction, keyRange: IndexedDbApi['IDBKeyRange']): Transaction {
  const store = (name: string) => transaction.objectStore(name);
  return {
    async get<T extends TableName>(table: T, key: string) {
      return (await done(store(table).get(key))) as Tables[T] | undefined;
    },
    async put(table, key, value) {
      store(table).put(value, key);
    },
    async remove(table, key) {
      store(table).delete(key);
    },
    async range<T extends TableName>(table: T, { after, before, limit }: KeyRange) {
      const range = keyRange.bound(after, before, true, true);
      const source = store(table);
      const [keys, values] = await Promise.all([
        done(source.getAllKeys(range, limit)),
        done(source.getAll(range, limit)),
      ]);
      return keys.map(
        (key, index): Entry<Tables[T]> => ({ key: String(key), value: values[index] as Tables[T] }),
      );
    },
    async getBytes(key) {
      const buffer = (await done(store(BYTES).get(key))) as ArrayBuffer | undefined;
      return buffer && new Uint8Array(buffer);
    },
    async putBytes(key, bytes) {
      // The bytes are kept as an ArrayBuffer, since WebKit refuses Blobs in private windows.
      store(BYTES).put(new Uint8Array(bytes).buffer, key);
    },
    async removeBytes(key) {
      store(BYTES).delete(key);
    },
    async clear() {
      for (const name of ALL_STORES) store(name).clear();
    },
  };
}
