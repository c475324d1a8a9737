import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** When a browser reports a full disk: at the write, or only when the whole transaction is to be put on disk. */
export type FullAt = 'write' | 'commit';

/** A transaction of fake-indexeddb, with the function by which it aborts itself. */
interface FakeTransaction {
  dispatchEvent(event: Event): boolean;
  _abort(errorName: string): void;
}

/** Lets every write of the transaction succeed, and its commit fail. */
function failAtCommit(transaction: FakeTransaction): void {
  const { dispatchEvent } = transaction;
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatchEvent.call(transaction, event);
    transaction._abort('QuotaExceededError');
    return true;
  };
}

/** Makes every write fail, or every write to these tables, until the returned function is called or the test ends. */
export function fillDisk(at: FullAt = 'write', tables?: string[]): () => void {
  const { put, add } = IDBObjectStore.prototype;

  function refuse(write: typeof put) {
    return function refused(this: IDBObjectStore, ...row: Parameters<typeof put>): IDBRequest<IDBValidKey> {
      if (tables && !tables.includes(this.name)) return write.apply(this, row);
      if (at === 'write') throw new DOMException('full', 'QuotaExceededError');
      failAtCommit(this.transaction as unknown as FakeTransaction);
      return write.apply(this, row);
    };
  }

  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse(put)),
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse(add)),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
