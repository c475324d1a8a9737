import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** Where a browser says that there is no room: at the write, or only when all of it is to be put on disk. */
export type FullAt = 'write' | 'commit';

/** A transaction as fake-indexeddb ends it itself. */
interface FakeTransaction {
  dispatchEvent(event: Event): boolean;
  _abort(errorName: string): void;
}

/** All goes well until the very end. */
function failAtCommit(transaction: FakeTransaction): void {
  const { dispatchEvent } = transaction;
  transaction.dispatchEvent = (event) => {
    if (event.type !== 'complete') return dispatchEvent.call(transaction, event);
    transaction._abort('QuotaExceededError');
    return true;
  };
}

/** From now on nothing more fits on the device, or nothing more of these tables; until what it returns is called, or the test ends. */
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
