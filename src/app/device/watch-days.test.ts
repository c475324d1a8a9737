import { expect, test } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { setReminder } from '../../db/requests/move-by-day.ts';
import { readRequest, recordReceived } from '../../db/requests/requests.ts';
import { watchDays } from './watch-days.ts';

const DAY_MS = 86_400_000;

test('a page that was left open tells of a reminder when it is looked at on its day, without a connection', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  const day = new Date(NOON.getTime() + DAY_MS);
  await setReminder(db, id, day.toISOString().slice(0, 10), NOON);
  let now = NOON;
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const current = { database: () => db, subscribe: () => () => undefined };
  const stop = watchDays({ current, page, now: () => now });
  expect(await readRequest(db, id)).toMatchObject({ group: 'inProgress' });
  now = day;
  page.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => readRequest(db, id)).toMatchObject({ group: 'needsYou' });
  stop();
});

test('an answer goes to the finished requests on the day after the last one for a question', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const askAgainUntil = NOON.toISOString().slice(0, 10);
  await recordReceived(db, registeredRequest(id, { state: 'answered', askAgainUntil }));
  expect(await readRequest(db, id)).toMatchObject({ group: 'inProgress' });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const current = { database: () => db, subscribe: () => () => undefined };
  const stop = watchDays({ current, page, now: () => new Date(NOON.getTime() + DAY_MS) });
  await expect.poll(() => readRequest(db, id)).toMatchObject({ group: 'finished' });
  stop();
});

test('an answer that comes long after its last day for a question goes to the finished requests at once', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const current = { database: () => db, subscribe: () => () => undefined };
  const stop = watchDays({ current, page, now: () => new Date(NOON.getTime() + 40 * DAY_MS) });
  const askAgainUntil = NOON.toISOString().slice(0, 10);
  await recordReceived(db, registeredRequest(id, { state: 'answered', askAgainUntil }));
  await expect.poll(() => readRequest(db, id)).toMatchObject({ group: 'finished' });
  stop();
});
