import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { CitizenDatabase } from '../core/citizen-database.ts';
import { askToPersist, markStorage, probeStorage, readUsage, wasWiped } from './storage-health.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function refuseWrites(error: Error) {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw error;
  });
}

describe('probeStorage', () => {
  it('finds a browser that keeps things, and leaves nothing behind', async () => {
    const factory = new IDBFactory();
    expect(await probeStorage(factory)).toBe('good');
    expect(await probeStorage(factory)).toBe('good');
    await expect.poll(() => factory.databases()).toEqual([]);
  });

  it('finds a browser that gives no database', async () => {
    const denying = new IDBFactory();
    denying.open = () => {
      throw new DOMException('private', 'SecurityError');
    };
    expect(await probeStorage(denying)).toBe('unavailable');
    expect(await probeStorage(undefined)).toBe('unavailable');
  });

  it('does not wait for ever for a browser that never answers', async () => {
    const silent = new IDBFactory();
    const opening = new IDBFactory().open('x');
    silent.open = () => Object.create(opening);
    const clock = manualClock(NOON);
    const health = probeStorage(silent, clock);
    clock.pass(5000);
    expect(await health).toBe('unavailable');
  });

  it('finds a database that refuses what is written', async () => {
    refuseWrites(new DOMException('no', 'ReadOnlyError'));
    expect(await probeStorage(new IDBFactory())).toBe('readOnly');
  });

  it('finds a full device', async () => {
    refuseWrites(new DOMException('full', 'QuotaExceededError'));
    expect(await probeStorage(new IDBFactory())).toBe('full');
  });
});

describe('askToPersist', () => {
  const persist = vi.fn<() => Promise<boolean>>();

  it('asks where the browser has not given it yet, or does not say', async () => {
    persist.mockClear();
    await askToPersist({ persist, persisted: async () => false });
    await askToPersist({ persist });
    expect(persist).toHaveBeenCalledTimes(2);
  });

  it('does not ask again for what was given already', async () => {
    persist.mockClear();
    await askToPersist({ persist, persisted: async () => true });
    expect(persist).not.toHaveBeenCalled();
  });

  it('asks nothing where the browser has no such thing', async () => {
    await expect(askToPersist(undefined)).resolves.toBeUndefined();
    await expect(askToPersist({})).resolves.toBeUndefined();
  });
});

describe('readUsage', () => {
  it('tells what is used, and nothing of what is left', async () => {
    expect(await readUsage({ estimate: async () => ({ usage: 1234, quota: 10 ** 12 }) })).toBe(1234);
    expect(await readUsage({})).toBe(null);
  });
});

describe('wasWiped', () => {
  async function openCitizen(factory: IDBFactory) {
    const db = new CitizenDatabase('c_test', { indexedDB: factory, IDBKeyRange });
    await markStorage(db);
    return db;
  }

  function wipe(factory: IDBFactory, db: CitizenDatabase): Promise<void> {
    return new Promise((resolve, reject) => {
      const deleting = factory.deleteDatabase(db.name);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
  }

  it('tells that the database was deleted under the page, though it answers as if nothing had happened', async () => {
    const factory = new IDBFactory();
    const db = await openCitizen(factory);
    await writeCompleteDraft(db);
    expect(await wasWiped(db)).toBe(false);
    await wipe(factory, db);
    expect(await db.drafts.count()).toBe(0);
    expect(await wasWiped(db)).toBe(true);
  });

  it('tells it also when another tab has made the database anew', async () => {
    const factory = new IDBFactory();
    const db = await openCitizen(factory);
    await wipe(factory, db);
    await openCitizen(factory);
    expect(await wasWiped(db)).toBe(true);
  });

  it('is over once the new database is marked, and is no matter of a second tab or a later visit', async () => {
    const factory = new IDBFactory();
    const db = await openCitizen(factory);
    await wipe(factory, db);
    await markStorage(db);
    expect(await wasWiped(db)).toBe(false);
    expect(await wasWiped(await openCitizen(factory))).toBe(false);
    expect(await wasWiped(db)).toBe(false);
  });
});
