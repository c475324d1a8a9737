import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leavePage } from '../../../shared/page-leaving.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { recordReceived } from '../requests/requests.ts';
import { EVERYTHING } from './request-query.ts';
import { openRequestSearch, type RequestSearch } from './request-search.ts';
import { createAnswerer, type SearchCall, type SearchReply } from './search-calls.ts';
import type { SearchSource } from './search-memory.ts';

// The browser keeps data: a worker can open the database that the page opens.
beforeEach(() => void vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB));

afterEach(() => void vi.unstubAllGlobals());

async function bring(db: CitizenDatabase, description: string): Promise<string> {
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id, { description }));
  return id;
}

async function findIds(search: RequestSearch, words: string): Promise<string[]> {
  const { found } = await search.find({ ...EVERYTHING, words }, 50);
  return found.map(({ request }) => request.id);
}

interface Asked {
  callId: number;
  call: SearchCall;
}

/** A worker that never answers, since the browser never opens the database for it. */
class SilentWorker extends EventTarget {
  postMessage(_: Asked): void {}
  terminate(): void {}
  say(data: SearchReply): void {
    setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })));
  }
}

/** A worker whose file is gone from the server. */
class LostWorker extends SilentWorker {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(new Event('error')));
  }
}

/** A worker to which the browser refuses the database, so that every call fails. */
class RefusedWorker extends SilentWorker {
  override postMessage({ callId }: Asked): void {
    this.say({ callId, failed: true });
  }
}

test.each([
  ['cannot be had', LostWorker],
  ['is refused the database', RefusedWorker],
])('whoever searches when the worker %s is answered by the page', async (_, worker) => {
  vi.stubGlobal('Worker', worker);
  const db = openMemoryDatabase();
  const wanted = await bring(db, 'Sobre a creche.');
  await bring(db, 'Sobre a pensão.');
  const search = openRequestSearch(db);
  // The first search is before the page knows that the worker fails, the second after.
  for (const found of [await findIds(search, 'creche'), await findIds(search, 'creche')]) {
    expect(found).toEqual([wanted]);
  }
  search.close();
});

test('where the browser keeps nothing, what is in the page’s memory is found', async () => {
  vi.stubGlobal('Worker', SilentWorker);
  // A worker would use this `indexedDB`, and the page has another in its place.
  vi.stubGlobal('indexedDB', new IDBFactory());
  const db = openMemoryDatabase();
  const wanted = await bring(db, 'Sobre a creche.');
  const search = openRequestSearch(db);
  expect(await findIds(search, 'creche')).toEqual([wanted]);
  search.close();
});

test('when the system closes the worker’s connection another worker reads, and what came since is found', async () => {
  const db = openMemoryDatabase();
  const source: SearchSource = {
    requestsAfter: () => db.requests.toArray(),
    messagesAfter: () => db.messages.toArray(),
    requestsById: (ids) => db.requests.bulkGet([...ids]),
    messagesById: (ids) => db.messages.bulkGet([...ids]),
  };
  let made = 0;
  /** A worker that has read everything before its connection was closed. */
  class CutOffWorker extends SilentWorker {
    answer = createAnswerer(
      async () => source,
      () => this.say({ hasNews: true }),
    );
    constructor() {
      super();
      made += 1;
    }
    override async postMessage({ callId, call }: Asked): Promise<void> {
      if (call.do === 'refresh') this.say({ callId, failed: true });
      else this.say({ callId, answer: await this.answer(call) });
    }
  }
  vi.stubGlobal('Worker', CutOffWorker);
  const search = openRequestSearch(db);
  expect(await findIds(search, 'creche')).toEqual([]);
  const wanted = await bring(db, 'Sobre a creche.');
  await expect.poll(() => findIds(search, 'creche')).toEqual([wanted]);
  expect(made).toBe(2);
  search.close();
});

test('the worker, which reads the database too, ends with the page', async () => {
  const terminate = vi.fn();
  class BusyWorker extends SilentWorker {
    override terminate(): void {
      terminate();
    }
  }
  vi.stubGlobal('Worker', BusyWorker);
  const db = openMemoryDatabase();
  await db.open();
  openRequestSearch(db).close();
  expect(terminate).toHaveBeenCalledOnce();
  openRequestSearch(db);
  leavePage();
  expect(terminate).toHaveBeenCalledTimes(2);
});
