import { liveQuery } from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { beMaria } from '../../../testing/sign-in.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readWake } from '../../db/core/metadata.ts';
import { applyChanges } from '../../db/requests/apply-changes.ts';
import { keepNewsWish, readUntold } from '../../db/requests/news.ts';
import { tellSession, useSession } from '../../state/session.ts';
import { HIDDEN_POLL_MS, watchNews } from './notify-news.ts';

const LATER = '2026-11-25T13:00:00.000Z';

beforeEach(() => {
  beMaria();
});
afterEach(() => useSession.setState(useSession.getInitialState(), true));

/** The part of Web Locks that is used: one lock, shared or alone, never waited for. */
function fakeLocks(): LockManager {
  let shared = 0;
  let isTaken = false;
  async function request(_name: string, options: LockOptions, run: (lock: object | null) => unknown) {
    if (options.mode === 'shared') {
      shared += 1;
      await run({});
      shared -= 1;
      return;
    }
    if (shared > 0 || isTaken) return run(null);
    isTaken = true;
    try {
      return await run({});
    } finally {
      isTaken = false;
    }
  }
  return { request } as unknown as LockManager;
}

function openTab(db: CitizenDatabase, visibilityState: DocumentVisibilityState, locks = fakeLocks()) {
  const page = Object.assign(new EventTarget(), { visibilityState });
  const clock = manualClock(NOON);
  const shown: string[] = [];
  const stop = watchNews({
    current: { database: () => db, subscribe: () => () => undefined },
    clock,
    page,
    locks,
    show: (news) => shown.push(...news),
  });
  return { shown, clock, locks, stop };
}

async function answer(db: CitizenDatabase, at = LATER) {
  const request = registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', {
    state: 'answered',
    lastMessageAt: at,
    updatedAt: at,
  });
  const page = { changes: [{ type: 'request' as const, request }], cursor: '1', more: false, serverTime: at };
  await applyChanges(db, page, new Date(at));
}

async function wanted(): Promise<CitizenDatabase> {
  const db = openMemoryDatabase();
  await keepNewsWish(db, true, NOON);
  return db;
}

/** Waits until another citizen's hidden tab has told of an answer: a tab that had one before it has had its time too. */
async function untilAnotherTells() {
  const db = await wanted();
  const tab = openTab(db, 'hidden');
  await answer(db);
  await expect.poll(() => tab.shown).toHaveLength(1);
  tab.stop();
}

/** Waits until live queries begun now have read one after the other: a tab that watches the database has had its time too. */
async function untilReadAgain(db: CitizenDatabase) {
  for (let n = 0; n < 5; n += 1)
    await new Promise((resolve) => liveQuery(() => readUntold(db)).subscribe(resolve));
}

test('two hidden tabs tell of an answer once', async () => {
  const db = await wanted();
  const one = openTab(db, 'hidden');
  const other = openTab(db, 'hidden', one.locks);
  await answer(db);
  await expect.poll(() => [...one.shown, ...other.shown]).toHaveLength(1);
  expect([...one.shown, ...other.shown]).toEqual(['5f0c7d8e-0000-4000-8000-000000000001']);
  one.stop();
  other.stop();
});

test('a later message on a request that is still unread is told too', async () => {
  const db = await wanted();
  const tab = openTab(db, 'hidden');
  await answer(db);
  await expect.poll(() => tab.shown).toHaveLength(1);
  await answer(db, '2026-11-25T14:00:00.000Z');
  await expect.poll(() => tab.shown).toHaveLength(2);
  expect(tab.shown[1]).toEqual(tab.shown[0]);
  tab.stop();
});

test('while a tab is looked at nothing is told, and not later either', async () => {
  const db = await wanted();
  const seen = openTab(db, 'visible');
  const hidden = openTab(db, 'hidden', seen.locks);
  await answer(db);
  await expect.poll(() => db.metadata.get('news')).toMatchObject({ value: { toldUpTo: LATER } });
  seen.stop();
  await untilAnotherTells();
  expect([...seen.shown, ...hidden.shown]).toEqual([]);
  hidden.stop();
});

test('who did not ask for it is told nothing, and nothing is asked for behind their back', async () => {
  const db = openMemoryDatabase();
  const tab = openTab(db, 'hidden');
  await answer(db);
  await untilAnotherTells();
  tab.clock.pass(3 * HIDDEN_POLL_MS);
  await untilAnotherTells();
  expect(tab.shown).toEqual([]);
  expect(await readWake(db)).toBe(0);
  tab.stop();
});

test('a hidden page asks for news politely seldom', async () => {
  const db = await wanted();
  const tab = openTab(db, 'hidden');
  // Waits until the tab has read that news is wanted.
  await expect
    .poll(() => {
      tab.clock.pass(HIDDEN_POLL_MS);
      return readWake(db);
    })
    .toBeGreaterThan(0);
  const asked = await readWake(db);
  tab.clock.pass(HIDDEN_POLL_MS - 1);
  await untilAnotherTells();
  expect(await readWake(db)).toBe(asked);
  tab.clock.pass(1);
  await expect.poll(() => readWake(db)).toBe(asked + 1);
  tab.stop();
});

test('on a shared device nobody is told, whatever was wished before, nor at sign-out; on a device of one’s own again', async () => {
  const db = await wanted();
  const tab = openTab(db, 'hidden');
  beMaria({ shared: true });
  const later = openTab(db, 'hidden');
  await answer(db);
  await untilReadAgain(db);
  tab.clock.pass(HIDDEN_POLL_MS);
  tellSession({ type: 'nobody' });
  await untilReadAgain(db);
  expect([...tab.shown, ...later.shown, await readWake(db)]).toEqual([0]);
  later.stop();
  beMaria();
  await expect.poll(() => tab.shown).toHaveLength(1);
  tab.stop();
});
