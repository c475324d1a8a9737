import { afterEach, expect, test, vi } from 'vitest';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { hasArrivals } from '../../db/requests/arrivals.ts';
import { noteReceivedShown, recordReceived } from '../../db/requests/requests.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { startTestI18n } from '../../testing/render-feature.tsx';
import { tellArrivals } from './tell-arrivals.ts';

afterEach(dismissNotice);

async function openTab(db: CitizenDatabase, shownId = '', visibility: DocumentVisibilityState = 'visible') {
  await startTestI18n();
  const page = Object.assign(new EventTarget(), { visibilityState: visibility });
  const scope = { database: () => db, subscribe: () => () => undefined };
  const stop = tellArrivals({
    scope: { ...scope, become: async () => undefined, settled: async () => undefined },
    page,
    isShown: (id) => id === shownId,
  });
  return { page, stop };
}

const notice = () => useNotices.getState().notice;
const untilTaken = (db: CitizenDatabase) => vi.waitFor(async () => expect(await hasArrivals(db)).toBe(false));

test('what arrives while the citizen is elsewhere is told with its reference and the way to it', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { stop } = await openTab(db);
  await recordReceived(db, registeredRequest(id));
  await vi.waitFor(() =>
    expect(notice()).toMatchObject({
      text: 'Pedido recebido. Referência EC-2026-0000124',
      link: { label: 'Ver o pedido', requestId: id },
    }),
  );
  stop();
});

test('it is told once: news of it, and another tab, say nothing more', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const first = await openTab(db);
  await recordReceived(db, registeredRequest(id));
  await vi.waitFor(() => expect(notice()).not.toBeNull());
  dismissNotice();
  const second = await openTab(db);
  await recordReceived(db, registeredRequest(id, { updatedAt: '2026-11-25T12:30:00.000Z' }));
  await untilTaken(db);
  expect(notice()).toBeNull();
  first.stop();
  second.stop();
});

test('of several that arrive, one notice tells them all', async () => {
  const db = openMemoryDatabase();
  const ids = [await submitCompleteDraft(db), await submitCompleteDraft(db)];
  const { stop } = await openTab(db);
  for (const [n, id] of ids.entries()) {
    await recordReceived(db, registeredRequest(id, { reference: `EC-2026-000000${n}` }));
  }
  await vi.waitFor(() =>
    expect(notice()).toMatchObject({
      text: '2 pedidos recebidos. Referências EC-2026-0000000, EC-2026-0000001',
      link: { label: 'Ver os meus pedidos', requestId: null },
    }),
  );
  stop();
});

test('nothing is told at its own page, nor of what has been seen there before', async () => {
  const db = openMemoryDatabase();
  const shown = await submitCompleteDraft(db);
  const { stop } = await openTab(db, shown);
  await recordReceived(db, registeredRequest(shown));
  await untilTaken(db);
  stop();
  const seen = await submitCompleteDraft(db);
  await recordReceived(db, registeredRequest(seen));
  await noteReceivedShown(db, seen);
  const later = await openTab(db);
  await untilTaken(db);
  expect(notice()).toBeNull();
  later.stop();
});

test('what was submitted on another device is no arrival of this one', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  expect(await hasArrivals(db)).toBe(false);
});

test('behind another window it waits to be told until the page is looked at', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { page, stop } = await openTab(db, '', 'hidden');
  await recordReceived(db, registeredRequest(id));
  expect(await hasArrivals(db)).toBe(true);
  expect(notice()).toBeNull();
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(notice()?.text).toContain('EC-2026-0000124'));
  stop();
});
