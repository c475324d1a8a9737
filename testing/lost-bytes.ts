import { IDBObjectStore } from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';

/** Makes every read of a row of the table fail until the test ends, as where Chromium has lost the file in which it keeps large values. */
export function loseBytes(table: string): void {
  const { get } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function lost(
    this: IDBObjectStore,
    ...key: Parameters<typeof get>
  ) {
    if (this.name === table) throw new DOMException('Failed to read large IndexedDB value', 'DataError');
    return get.apply(this, key);
  });
  onTestFinished(() => spy.mockRestore());
}
