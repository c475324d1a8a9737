import { IDBObjectStore } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';

/**
 * Makes every read of a row of the table fail until the returned function is called or the test ends, as where Chromium has lost the file in which it
 * keeps large values.
 */
export function loseBytes(table: string): () => void {
  const { get, getAll } = IDBObjectStore.prototype;

  function lose<Query extends unknown[], Row>(read: (...query: Query) => IDBRequest<Row>) {
    return function lost(this: IDBObjectStore, ...query: Query): IDBRequest<Row> {
      if (this.name === table) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return read.apply(this, query);
    };
  }

  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(lose(get)),
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(lose(getAll)),
  ];
  const findAgain = () => {
    for (const spy of spies) spy.mockRestore();
  };
  onTestFinished(findAgain);
  return findAgain;
}
