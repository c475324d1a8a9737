import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openBrowser, PEOPLE, type Subject, signIn, submitted } from '../contract/conformance/subject.ts';
import type { Server } from '../contract/server.ts';
import type { ChangePage, Session } from '../contract/types.ts';
import { newWorld, WORLD_KEY } from './backend.ts';
import { createIndexedDbStore } from './indexeddb-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { createMockServer, type MockServerOptions } from './server.ts';
import { createTestClock } from './testing/test-clock.ts';

function subjectOf(server: Server): Subject {
  return { server, advance: () => {}, stop: async () => {} };
}

function inMemory(options: MockServerOptions = {}): Subject {
  return subjectOf(createMockServer(createMemoryStore(), createTestClock().now, options));
}

const session = async (subject: Subject) =>
  (await openBrowser(subject).send<Session>('GET', '/session')).body.status;

describe('The pretend server in the page', () => {
  it("has the browser's one session, without cookies, in every tab and after a reload", async () => {
    const api = { indexedDB: new IDBFactory(), IDBKeyRange };
    const openTab = () => subjectOf(createMockServer(createIndexedDbStore(api), createTestClock().now));
    const [first, second] = [openTab(), openTab()];
    const maria = await signIn(first);
    expect(await session(second)).toBe('signedIn');
    expect(await session(openTab())).toBe('signedIn');
    await maria.send('DELETE', '/session');
    expect(await session(second)).toBe('signedOut');
  });

  it('starts with one world, also when two tabs open at once', async () => {
    const api = { indexedDB: new IDBFactory(), IDBKeyRange };
    const openTab = () => subjectOf(createMockServer(createIndexedDbStore(api), createTestClock().now));
    const states = await Promise.all(
      [openTab(), openTab()].map((tab) =>
        openBrowser(tab).send<{ requests: unknown[] }>('GET', '/demo/state'),
      ),
    );
    expect(states.map(({ body }) => body.requests.length)).toEqual([17, 17]);
  });
});

it('A world that another build kept, in another format, begins anew', async () => {
  const store = createMemoryStore();
  const subject = subjectOf(createMockServer(store, createTestClock().now));
  await submitted(await signIn(subject));
  expect(await countOf(subject)).toBe(18);
  await store.transact(async (tx) => {
    const world = (await tx.get('world', WORLD_KEY)) ?? newWorld();
    await tx.put('world', WORLD_KEY, { ...world, format: 1 as typeof world.format });
  });
  expect(await countOf(subject)).toBe(17);
  expect(await session(subject)).toBe('signedOut');
});

describe('Faults', () => {
  const roll = (...values: number[]) => ({ random: () => values.shift() ?? 1 });
  const set = (subject: Subject, faults: unknown) =>
    openBrowser(subject).send('POST', '/demo/faults', { json: faults });

  it('drop a request before it takes effect', async () => {
    const subject = inMemory();
    const maria = await signIn(subject);
    await set(subject, { dropRate: 1 });
    await expect(submitted(maria)).rejects.toThrow('Failed to fetch');
    expect(await countOf(subject)).toBe(17);
  });

  it('lose an answer after the effect', async () => {
    const subject = inMemory();
    const maria = await signIn(subject);
    await set(subject, { lostAnswerRate: 1 });
    await expect(submitted(maria)).rejects.toThrow('Failed to fetch');
    expect(await countOf(subject)).toBe(18);
  });

  it('answer 503, wait, or come only now and then', async () => {
    const waits: number[] = [];
    const wait = async (ms: number) => {
      waits.push(ms);
    };
    // The dice are thrown twice before an error, and three times for a whole call.
    const subject = inMemory({ ...roll(0.9, 0.1, 0.9, 0.9, 0.9), wait });
    await set(subject, { errorRate: 0.5, dropRate: 0.5, latencyMs: 40 });
    const { body, headers } = await openBrowser(subject).send('GET', '/limits');
    expect(body).toEqual({ type: 'unavailable', status: 503 });
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await openBrowser(subject).send('GET', '/limits')).status).toBe(200);
    expect(waits).toEqual([40, 40]);
  });

  it('never touch the demo paths, or nobody could end them', async () => {
    const subject = inMemory();
    await set(subject, { offline: true, dropRate: 1, errorRate: 1, lostAnswerRate: 1 });
    await expect(session(subject)).rejects.toThrow('Failed to fetch');
    await set(subject, { offline: false, dropRate: 0, errorRate: 0, lostAnswerRate: 0 });
    expect(await session(subject)).toBe('signedOut');
  });

  it('sign everybody out', async () => {
    const subject = inMemory();
    await signIn(subject);
    await set(subject, { signOutAll: true });
    expect(await session(subject)).toBe('signedOut');
  });

  it('leave who gives up with an error, while the server finishes', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const subject = inMemory({ wait: () => arrived });
    await set(subject, { latencyMs: 1 });
    const controller = new AbortController();
    const { signal } = controller;
    const call = subject.server(new Request('http://e-clic.test/api/v1/limits', { signal }));
    controller.abort(new Error('no patience'));
    await expect(call).rejects.toThrow('no patience');
    arrive();
  });
});

describe('The demo paths', () => {
  it.each([
    ['/demo/clock', { workingDays: -1 }, 422],
    ['/demo/clock', { days: 1 }, 422],
    ['/demo/office', { requestId: 'x', action: 'dance' }, 422],
    ['/demo/office', { requestId: 'x', action: 'answer' }, 404],
    ['/demo/faults', { errorRate: 2 }, 422],
    ['/demo/faults', { unknown: true }, 422],
    ['/demo/faults', [], 422],
    ['/demo/reset', [], 422],
    ['/demo/seed', { niss: '12345678902', count: 1 }, 404],
    ['/demo/seed', { niss: PEOPLE.maria, count: 0 }, 422],
    ['/demo/nothing', {}, 404],
  ])('answer %s %j with %d', async (path, json, status) => {
    expect((await openBrowser(inMemory()).send('POST', path, { json })).status).toBe(status);
  });

  it('play the clerk only while a request lives', async () => {
    const subject = inMemory();
    const maria = await signIn(subject);
    const requestId = await submitted(maria);
    const play = async (action: string) =>
      (await maria.send('POST', '/demo/office', { json: { requestId, action } })).status;
    expect([await play('answer'), await play('close'), await play('answer')]).toEqual([204, 204, 409]);
  });

  it('add as many requests as wanted, which the feed gives in pages', async () => {
    const subject = inMemory();
    const maria = await signIn(subject);
    expect(
      (await maria.send('POST', '/demo/seed', { json: { niss: PEOPLE.maria, count: 600 } })).status,
    ).toBe(204);
    const { body } = await maria.send<ChangePage>('GET', '/changes?limit=500');
    expect(body.changes).toHaveLength(500);
    expect(body.more).toBe(true);
    expect(await countOf(subject)).toBe(617);
  });

  it('start afresh', async () => {
    const subject = inMemory();
    await submitted(await signIn(subject));
    await openBrowser(subject).send('POST', '/demo/clock', { json: { workingDays: 3 } });
    await openBrowser(subject).send('POST', '/demo/reset', { json: {} });
    expect(await session(subject)).toBe('signedOut');
    const { body } = await openBrowser(subject).send<{ now: string }>('GET', '/demo/state');
    expect(body.now).toBe('2026-11-25T10:31:00.000Z');
    expect(await countOf(subject)).toBe(17);
  });
});

async function countOf(subject: Subject): Promise<number> {
  const { body } = await openBrowser(subject).send<{ requests: unknown[] }>('GET', '/demo/state');
  return body.requests.length;
}
