import { beforeEach, expect, it } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { contentOf, textOf, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { exportCopy } from '../copies/export-copy.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readCounter } from '../core/counters.ts';
import { moveByDay, setReminder } from './move-by-day.ts';
import { markRead } from './request-actions.ts';
import { readRequest, recordReceived } from './requests.ts';

const ID: string = crypto.randomUUID();
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOON.getTime() + days * DAY_MS);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

let db: CitizenDatabase;

beforeEach(async () => {
  db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await setReminder(db, ID, dayOf(later(3)), NOON);
});

async function standing() {
  const counts = await Promise.all(
    (['needsYou', 'inProgress'] as const).map((name) => readCounter(db, name)),
  );
  return [(await readRequest(db, ID))?.group, ...counts];
}

it('a request with a reminder needs the citizen from its day on, whatever the office says, until it is taken away', async () => {
  await moveByDay(db, later(2));
  expect(await standing()).toEqual(['inProgress', 0, 1]);
  await moveByDay(db, later(3));
  expect(await standing()).toEqual(['needsYou', 1, 0]);
  await recordReceived(db, registeredRequest(ID, { state: 'inReview', updatedAt: later(4).toISOString() }));
  expect(await standing()).toEqual(['needsYou', 1, 0]);
  await setReminder(db, ID, undefined, later(4));
  expect(await standing()).toEqual(['inProgress', 0, 1]);
});

it('an answer that nobody has read comes first, and the reminder after it', async () => {
  const sentAt = later(4).toISOString();
  await recordReceived(db, registeredRequest(ID, { lastMessageAt: sentAt, updatedAt: sentAt }));
  await moveByDay(db, later(4));
  expect((await standing())[0]).toBe('toRead');
  await markRead(db, ID, sentAt, later(4));
  expect((await standing())[0]).toBe('needsYou');
});

it('a reminder stands in the copy of everything, and goes to no server', async () => {
  expect(await db.outbox.count()).toBe(0);
  const files = await unpack(await exportCopy(db, 'everything', NOON, { texts: COPY_TEXTS }));
  expect(contentOf(files).reminders).toEqual([{ requestId: ID, on: dayOf(later(3)) }]);
  expect(textOf(files, 'pedidos/EC-2026-0000124/pedido.txt')).toContain(`Lembrete\n${dayOf(later(3))}\n`);
});
