import type { MessageRow, RequestRow } from '../core/schema.ts';
import { createAnswerer, type SearchCall, type SearchReply } from './search-calls.ts';
import type { SearchSource } from './search-memory.ts';

function say(reply: SearchReply): void {
  self.postMessage(reply);
}

const answer = createAnswerer(
  async (name) => nativeSource(await openForReading(name)),
  () => say({ hasNews: true }),
);

self.addEventListener(
  'message',
  ({ data: { callId, call } }: MessageEvent<{ callId: number; call: SearchCall }>) => {
    answer(call).then(
      (result) => say({ callId, answer: result }),
      () => say({ callId, failed: true }),
    );
  },
);

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens a connection of the worker's own, only for reading. It does without Dexie, which would make the worker thirty times as big. */
function openForReading(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  // The database has been deleted meanwhile: opening it must not make an empty one.
  request.onupgradeneeded = () => request.transaction?.abort();
  return answerOf(request).then((connection) => {
    // A tab that upgrades or deletes the database must not wait for a search.
    connection.onversionchange = () => connection.close();
    return connection;
  });
}

function nativeSource(connection: IDBDatabase): SearchSource {
  function storeOf(name: string): IDBObjectStore {
    return connection.transaction(name).objectStore(name);
  }

  function readAfter<Row>(name: string, id: string | null, limit: number): Promise<Row[]> {
    const range = id === null ? null : IDBKeyRange.lowerBound(id, true);
    return answerOf<Row[]>(storeOf(name).getAll(range, limit));
  }

  async function readById<Row>(name: string, ids: readonly string[]): Promise<(Row | undefined)[]> {
    if (ids.length === 0) return [];
    const store = storeOf(name);
    return Promise.all(ids.map((id) => answerOf<Row | undefined>(store.get(id))));
  }

  return {
    requestsAfter: (id, limit) => readAfter<RequestRow>('requests', id, limit),
    messagesAfter: (id, limit) => readAfter<MessageRow>('messages', id, limit),
    requestsById: (ids) => readById<RequestRow>('requests', ids),
    messagesById: (ids) => readById<MessageRow>('messages', ids),
  };
}
