import { expect, test } from 'vitest';
import type { CitizenRequest, Message } from '../../../contract/types.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { applyChanges } from '../requests/apply-changes.ts';
import { EVERYTHING, type RequestQuery } from './request-query.ts';
import { openRequestSearch, type RequestSearch } from './request-search.ts';

let written = 0;

function request(changes: Partial<CitizenRequest> = {}): CitizenRequest {
  written += 1;
  const reference = `EC-2026-${String(written).padStart(7, '0')}`;
  return registeredRequest(crypto.randomUUID(), { reference, ...changes });
}

function message(requestId: string, body: string): Message {
  return {
    id: crypto.randomUUID(),
    requestId,
    author: 'office',
    purpose: 'notice',
    officeName: null,
    body,
    attachments: [],
    sentAt: '2026-11-26T09:00:00.000Z',
  };
}

async function bring(db: CitizenDatabase, requests: CitizenRequest[], messages: Message[] = []) {
  const changes = [
    ...requests.map((each) => ({ type: 'request' as const, request: each })),
    ...messages.map((each) => ({ type: 'message' as const, message: each })),
  ];
  const serverTime = '2026-11-27T09:00:00.000Z';
  await applyChanges(db, { changes, cursor: '1', more: false, serverTime }, new Date(serverTime));
}

/** Searches until the messages are read too. */
async function findAll(search: RequestSearch, query: Partial<RequestQuery>): Promise<string[]> {
  for (;;) {
    const news = new Promise<void>((resolve) => {
      const stop = search.subscribe(() => {
        stop();
        resolve();
      });
    });
    const page = await search.find({ ...EVERYTHING, ...query }, 1_000);
    if (page.isComplete) return page.found.map((each) => each.request.id);
    await news;
  }
}

test('a number is found with and without its zeros, and a topic by its words', async () => {
  const db = openMemoryDatabase();
  const topic = {
    status: 'known' as const,
    lifeEvent: { id: 'payments', label: 'Pagamentos' },
    subject: { id: 'ibanChange', label: 'Alteração de IBAN' },
    reason: { id: 'other', label: 'Outro motivo' },
  };
  const wanted = request({ reference: 'EC-2026-0000123', topic: topic as CitizenRequest['topic'] });
  await bring(db, [wanted, request({ reference: 'EC-2026-0000777' })]);
  const search = openRequestSearch(db);
  for (const typed of ['EC-2026-0000123', '123', 'alteracao iban', 'PAGAM']) {
    expect(await findAll(search, { words: typed }), typed).toEqual([wanted.id]);
  }
  search.close();
});

test('a word is found in its other forms, and a number with as many zeros as people remember', async () => {
  const db = openMemoryDatabase();
  const refund = request({ description: 'Duas restituições e contribuições.', reference: 'EC-2026-0000118' });
  const debt = request({ description: 'Tenho uma dívida.', reference: 'EC-2026-0000777' });
  await bring(db, [refund, debt], [message(debt.id, 'Pode pagar em prestações.')]);
  const search = openRequestSearch(db);
  for (const typed of ['restituição', 'restituições', 'restituição 118', '0118', '00118', '0000118']) {
    expect(await findAll(search, { words: typed }), typed).toEqual([refund.id]);
  }
  for (const typed of ['dívidas', 'prestação', 'dívidas prestação', '0777']) {
    expect(await findAll(search, { words: typed }), typed).toEqual([debt.id]);
  }
  const page = await search.find({ ...EVERYTHING, words: 'prestação' }, 1);
  expect(page.found[0]?.message?.body).toContain('prestações');
  // *contas* begins like *contribuições*, but is another word.
  expect(await findAll(search, { words: 'contas' })).toEqual([]);
  search.close();
});

test('more results begin with those before, each request once, also when one comes in between', async () => {
  const db = openMemoryDatabase();
  // Many requests have the same instant: their order must stay the same nevertheless.
  const all = Array.from({ length: 130 }, (_, n) =>
    request({ updatedAt: `2026-11-25T12:00:0${n % 3}.000Z`, receivedAt: '2026-11-25T12:00:00.000Z' }),
  );
  await bring(db, all);
  const search = openRequestSearch(db);
  const find = async (limit: number) =>
    (await search.find(EVERYTHING, limit)).found.map((each) => each.request.id);
  const first = await find(50);
  const newest = request({ updatedAt: '2026-11-26T12:00:00.000Z' });
  await bring(db, [newest]);
  await expect.poll(async () => (await find(1))[0]).toBe(newest.id);
  const more = await find(150);
  search.close();
  expect(more.slice(0, 51)).toEqual([newest.id, ...first]);
  expect(more).toHaveLength(131);
  expect(new Set(more)).toEqual(new Set([newest, ...all].map(({ id }) => id)));
});

test('each filter says how many there would be if it alone were chosen otherwise', async () => {
  const db = openMemoryDatabase();
  const alice = { id: 'c_alice', name: 'Alice Modelo' };
  await bring(db, [
    request({ state: 'answered', kind: 'complaint' }),
    request({ state: 'answered', kind: 'information', onBehalfOf: alice }),
    request({ state: 'inReview', kind: 'information', receivedAt: '2026-01-10T12:00:00.000Z' }),
  ]);
  const search = openRequestSearch(db);
  const { total, facets } = await search.find({ ...EVERYTHING, state: 'answered' }, 50);
  expect(total).toBe(2);
  const counts = (choices: { id: string; count: number }[]) =>
    Object.fromEntries(choices.map(({ id, count }) => [id, count]));
  expect(counts(facets.states)).toEqual({ answered: 2, inReview: 1 });
  expect(counts(facets.kinds)).toEqual({ complaint: 1, information: 1 });
  expect(counts(facets.people)).toEqual({ self: 1, c_alice: 1 });

  const january = { from: '2026-01-01', until: '2026-01-31' };
  expect((await search.find({ ...EVERYTHING, ...january }, 50)).total).toBe(1);
  expect((await search.find({ ...EVERYTHING, personId: 'c_alice' }, 50)).total).toBe(1);
  search.close();
});

test('what a tab writes later is found, also a message that came before its request', async () => {
  const db = openMemoryDatabase();
  const late = request();
  await bring(db, [request()], [message(late.id, 'Falta o certificado multiúsos.')]);
  const search = openRequestSearch(db);
  expect(await findAll(search, { words: 'multiusos' })).toEqual([]);
  const told = new Promise<void>((resolve) => search.subscribe(() => resolve()));
  await bring(db, [late]);
  await told;
  expect(await findAll(search, { words: 'multiusos' })).toEqual([late.id]);
  const [found] = (await search.find({ ...EVERYTHING, words: 'multi' }, 1)).found;
  expect(found?.message?.body).toContain('multiúsos');
  search.close();
});
