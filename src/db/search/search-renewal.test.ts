import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { putRequest } from '../requests/requests.ts';
import { EVERYTHING } from './request-query.ts';
import { openRequestSearch, type RequestSearch } from './request-search.ts';
import { createAnswerer, type SearchCall, type SearchReply } from './search-calls.ts';
import type { SearchSource } from './search-memory.ts';

const WORDS = { ...EVERYTHING, words: 'certificado' };

let db: CitizenDatabase;
let search: RequestSearch;
let requestId: string;
let made: number;

beforeEach(async () => {
  // The browser keeps data: a worker can open the database that the page opens.
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  db = openMemoryDatabase();
  made = 0;
  requestId = crypto.randomUUID();
  await putRequest(db, registeredRequest(requestId));
  await db.messages.add({
    id: crypto.randomUUID(),
    requestId,
    author: 'office',
    purpose: 'question',
    officeName: null,
    body: 'Falta o certificado.',
    attachments: [],
    sentAt: '2026-11-26T09:00:00.000Z',
  });
});

afterEach(() => {
  search.close();
  vi.unstubAllGlobals();
});

/** Opens a search with workers, the first of which have lost their connection: they cannot read what is named. */
function openSearch(lost: keyof SearchSource, isLost: () => boolean): void {
  class ReadingWorker extends EventTarget {
    number = ++made;
    isEnded = false;
    answer = createAnswerer(
      async () => sourceWithout(lost, isLost),
      () => this.say({ hasNews: true }),
    );
    postMessage({ callId, call }: { callId: number; call: SearchCall }): void {
      this.answer(call).then(
        (answer) => this.say({ callId, answer }),
        () => this.say({ callId, failed: true }),
      );
    }
    say(data: SearchReply): void {
      setTimeout(() => this.isEnded || this.dispatchEvent(new MessageEvent('message', { data })));
    }
    terminate(): void {
      this.isEnded = true;
    }
  }
  vi.stubGlobal('Worker', ReadingWorker);
  search = openRequestSearch(db);
}

/** Whether a source has lost its connection is found out when it is opened. */
function sourceWithout(lost: keyof SearchSource, isLost: () => boolean): SearchSource {
  const source: SearchSource = {
    requestsAfter: () => db.requests.toArray(),
    messagesAfter: () => db.messages.toArray(),
    requestsById: (ids) => db.requests.bulkGet([...ids]),
    messagesById: (ids) => db.messages.bulkGet([...ids]),
  };
  return isLost()
    ? { ...source, [lost]: () => Promise.reject(new Error('The connection was closed')) }
    : source;
}

/** Searches as the list does, again at each news, until every message is read or the search fails. */
function lookUntilOver(): Promise<string[] | 'failed'> {
  return new Promise((resolve) => {
    function look(): void {
      search.find(WORDS, 50).then(
        ({ found, isComplete }) => isComplete && resolve(found.map(({ request }) => request.id)),
        () => resolve('failed'),
      );
    }
    search.subscribe(look);
    look();
  });
}

const isFirst = () => made === 1;

test.each(['requestsAfter', 'messagesAfter', 'messagesById'] as const)(
  'where the worker’s connection is lost before %s, another worker finds what was searched',
  async (lost) => {
    openSearch(lost, isFirst);
    expect(await lookUntilOver()).toEqual([requestId]);
    expect(made).toBe(2);
  },
);

test('searches that are made at once are all answered by the one worker that is made anew', async () => {
  openSearch('requestsAfter', isFirst);
  const pages = await Promise.all([search.find(WORDS, 1), search.find(WORDS, 2), search.find(WORDS, 3)]);
  expect(pages.map(({ total }) => total)).toEqual([1, 1, 1]);
  expect(made).toBe(2);
});

test('where no worker can read the messages the search fails, and is answered once they can be read', async () => {
  let isLost = true;
  openSearch('messagesAfter', () => isLost);
  expect(await lookUntilOver()).toBe('failed');
  expect(made).toBe(2);
  isLost = false;
  expect(await lookUntilOver()).toEqual([requestId]);
  expect(made).toBe(3);
});
