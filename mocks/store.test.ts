import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { leavePage } from '../shared/page-leaving.ts';
import { createIndexedDbStore } from './indexeddb-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { LAST_KEY, orderedKey, type Store } from './store.ts';

const homes: [string, () => Store][] = [
  ['in memory', () => createMemoryStore()],
  ['in IndexedDB', () => createIndexedDbStore({ indexedDB: new IDBFactory(), IDBKeyRange })],
];

const ALL = { after: '', before: LAST_KEY, limit: 100 };

describe.each(homes)('a store %s', (_name, open) => {
  it('gives rows by key, and pages of them in the order of the keys', async () => {
    const store = open();
    for (const n of [30, 4, 100, 7]) {
      await store.transact((tx) => tx.put('due', orderedKey(n), String(n)));
    }
    expect(await store.transact((tx) => tx.get('due', orderedKey(4)))).toBe('4');
    expect(await store.transact((tx) => tx.get('due', orderedKey(5)))).toBeUndefined();
    const page = await store.transact((tx) =>
      tx.range('due', { after: orderedKey(4), before: orderedKey(100), limit: 2 }),
    );
    expect(page.map(({ value }) => value)).toEqual(['7', '30']);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const store = open();
    await store.transact((tx) => tx.put('due', 'a', 'before'));
    const failing = store.transact(async (tx) => {
      await tx.put('due', 'a', 'after');
      await tx.put('due', 'b', 'new');
      await tx.remove('due', 'a');
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect(await store.transact((tx) => tx.range('due', ALL))).toEqual([{ key: 'a', value: 'before' }]);
  });

  it('keeps no bytes of a transaction that fails, and those from before it as they were', async () => {
    const store = open();
    const before = new Uint8Array([1, 2, 3]);
    await store.transact((tx) => tx.putBytes('a', before));
    const failing = store.transact(async (tx) => {
      await tx.putBytes('a', new Uint8Array([4]));
      await tx.putBytes('b', new Uint8Array([5]));
      await tx.removeBytes('a');
      throw new Error('on the way');
    });
    await expect(failing).rejects.toThrow('on the way');
    expect(await store.transact((tx) => tx.getBytes('a'))).toEqual(before);
    expect(await store.transact((tx) => tx.getBytes('b'))).toBeUndefined();
  });

  it('lets a transaction see what it has written, and the next one only what was kept', async () => {
    const store = open();
    const seen = await store.transact(async (tx) => {
      await tx.put('due', 'a', '1');
      return tx.get('due', 'a');
    });
    expect(seen).toBe('1');
  });

  it('counts right when many count at once', async () => {
    const store = open();
    const count = () =>
      store.transact(async (tx) => {
        const now = Number((await tx.get('due', 'n')) ?? 0);
        await tx.put('due', 'n', String(now + 1));
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await store.transact((tx) => tx.get('due', 'n'))).toBe('20');
  });

  it('keeps bytes, until they are removed or all is cleared', async () => {
    const store = open();
    const bytes = new Uint8Array([1, 2, 3]);
    await store.transact(async (tx) => {
      await tx.putBytes('a', bytes);
      await tx.putBytes('b', bytes);
      await tx.put('due', 'a', '1');
    });
    await store.transact((tx) => tx.removeBytes('a'));
    expect(await store.transact((tx) => tx.getBytes('a'))).toBeUndefined();
    expect(await store.transact((tx) => tx.getBytes('b'))).toEqual(bytes);
    await store.transact((tx) => tx.clear());
    expect(await store.transact((tx) => tx.getBytes('b'))).toBeUndefined();
    expect(await store.transact((tx) => tx.range('due', ALL))).toEqual([]);
  });
});

it('a store in IndexedDB keeps nobody waiting for a page that was left in the middle of a transaction', async () => {
  const browser = { indexedDB: new IDBFactory(), IDBKeyRange };
  const store = createIndexedDbStore(browser);
  await store.transact((tx) => tx.put('due', 'a', '1'));
  const held = store.transact(async (tx) => {
    for (;;) await tx.get('due', 'a');
  });
  const [{ name = '' } = {}] = await browser.indexedDB.databases();
  const other = await new Promise<IDBDatabase>((resolve) => {
    const opening = browser.indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  const waiting = other.transaction('due', 'readwrite');
  const done = new Promise((resolve) => {
    waiting.oncomplete = resolve;
  });
  leavePage();
  await expect(held).rejects.toThrow();
  await done;
  await expect(store.transact((tx) => tx.get('due', 'a'))).rejects.toThrow('The page is over');
});
