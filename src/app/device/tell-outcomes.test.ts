import { afterEach, expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft, writeReply } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { hasOutcomes } from '../../db/outbox/outcomes.ts';
import { recordRefused } from '../../db/outbox/refusals.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { withdrawRequest } from '../../db/requests/request-actions.ts';
import { noteReceivedShown, recordReceived } from '../../db/requests/requests.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { tellOutcomes } from './tell-outcomes.ts';

afterEach(dismissNotice);

async function openTab(db: CitizenDatabase, shownId = '', visibility: DocumentVisibilityState = 'visible') {
  await startTestI18n();
  const page = Object.assign(new EventTarget(), { visibilityState: visibility });
  const stop = tellOutcomes({
    current: { database: () => db, subscribe: () => () => undefined },
    page,
    isShown: (id) => id === shownId,
  });
  return { page, stop };
}

const notice = () => useNotices.getState().notice;
const untilTaken = (db: CitizenDatabase) => expect.poll(() => hasOutcomes(db)).toBe(false);

test('what arrives while the citizen is elsewhere is told with its reference and the way to it', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { stop } = await openTab(db);
  await recordReceived(db, registeredRequest(id));
  await expect
    .poll(() => notice())
    .toMatchObject({
      text: 'Pedido recebido. Referência EC-2026-0000124',
      link: { label: 'Ver o pedido', requestId: id },
    });
  stop();
});

test('a complaint that arrives is told as one', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { stop } = await openTab(db);
  await recordReceived(db, registeredRequest(id, { kind: 'complaint' }));
  await expect
    .poll(() => notice())
    .toMatchObject({
      text: 'Reclamação recebida. Referência EC-2026-0000124',
      link: { label: 'Ver a reclamação', requestId: id },
    });
  stop();
});

test('it is told once: news of it, and another tab, say nothing more', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const first = await openTab(db);
  await recordReceived(db, registeredRequest(id));
  await expect.poll(() => notice()).not.toBeNull();
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
  await expect
    .poll(() => notice())
    .toMatchObject({
      text: '2 pedidos recebidos. Referências EC-2026-0000000, EC-2026-0000001',
      link: { label: 'Ver os meus pedidos', requestId: null },
    });
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

async function refuse(db: CitizenDatabase, requestId: string): Promise<void> {
  const [entry] = await listWaiting(db, requestId);
  if (!entry) throw new Error('Nothing waits');
  await recordRefused(db, entry, { type: 'validation', issues: [], at: NOON.toISOString() });
}

const REFUSED = {
  text: 'A Segurança Social não aceitou um dos seus envios.',
  politeness: 'assertive',
};

test('what is refused while the citizen is elsewhere is told at once, with the way to what happened', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { stop } = await openTab(db);
  await refuse(db, id);
  const link = { label: 'Ver o que aconteceu', requestId: id };
  await expect.poll(() => notice()).toMatchObject({ ...REFUSED, link });
  stop();
});

test('of a message the way leads to its request', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id, { state: 'awaitingCitizen' }));
  const replyId = await writeReply(db, id);
  await submitDraft(db, replyId, NOON);
  const { stop } = await openTab(db);
  await refuse(db, id);
  await expect.poll(() => notice()).toMatchObject({ ...REFUSED, link: { requestId: id } });
  stop();
});

test('of a withdrawal the way leads to its request, which says why', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  await withdrawRequest(db, id, NOON);
  const { stop } = await openTab(db);
  await refuse(db, id);
  await expect.poll(() => notice()).toMatchObject({ ...REFUSED, link: { requestId: id } });
  stop();
});

test('of several that are refused, one notice leads to all', async () => {
  const db = openMemoryDatabase();
  const ids = [await submitCompleteDraft(db), await submitCompleteDraft(db)];
  const { page, stop } = await openTab(db, '', 'hidden');
  for (const id of ids) await refuse(db, id);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await expect
    .poll(() => notice())
    .toMatchObject({
      text: 'A Segurança Social não aceitou alguns dos seus envios.',
      link: { label: 'Ver os meus pedidos', requestId: null },
    });
  stop();
});

test('nothing is told of a refusal at its own page, nor of what has been corrected or deleted since', async () => {
  const db = openMemoryDatabase();
  const [shown, corrected, deleted] = [
    await submitCompleteDraft(db),
    await submitCompleteDraft(db),
    await submitCompleteDraft(db),
  ];
  for (const id of [shown, corrected, deleted]) await refuse(db, id);
  await submitDraft(db, corrected, NOON);
  await deleteDraft(db, deleted, NOON);
  const { stop } = await openTab(db, shown);
  await untilTaken(db);
  expect(notice()).toBeNull();
  stop();
});

test('what was submitted on another device is no arrival of this one', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(crypto.randomUUID()));
  expect(await hasOutcomes(db)).toBe(false);
});

test('behind another window it waits to be told until the page is looked at', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const { page, stop } = await openTab(db, '', 'hidden');
  await recordReceived(db, registeredRequest(id));
  expect(await hasOutcomes(db)).toBe(true);
  expect(notice()).toBeNull();
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => notice()?.text).toContain('EC-2026-0000124');
  stop();
});
