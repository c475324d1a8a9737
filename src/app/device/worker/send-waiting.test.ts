import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NOON, registeredRequest } from '../../../../testing/builders.ts';
import { fillDisk } from '../../../../testing/full-disk.ts';
import { accept, createMariasDevice, MARIA, type MariasDevice } from '../../../../testing/marias-device.ts';
import { json, problem, registered, scriptServer } from '../../../../testing/scripted-server.ts';
import { askToSignOutFirst, forgetCitizen } from '../../../db/core/device-database.ts';
import { keepLanguageForWorker } from '../../../db/core/kept-language.ts';
import { patchSyncState } from '../../../db/core/metadata.ts';
import { hasOutcomes, noteTold } from '../../../db/outbox/outcomes.ts';
import { markRead } from '../../../db/requests/request-actions.ts';
import { StillWaitingError } from './send-waiting.ts';

let device: MariasDevice;

beforeEach(async () => {
  device = await createMariasDevice();
});

const commits = (calls: string[]) => calls.filter((call) => call.startsWith('PUT /requests'));

describe('with e-Clic closed', () => {
  test('what waits is sent once, and told by its reference', async () => {
    const id = await device.submitted();
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    const list = vi.spyOn(device.worker.scope.registration, 'getNotifications');
    const show = vi.spyOn(device.worker.scope.registration, 'showNotification');
    await device.wake({ server });
    // Whoever lists the notifications while one is being shown may lose it.
    expect(list).toHaveBeenCalledBefore(show);
    await device.wake({ server });
    expect(commits(calls)).toEqual([`PUT /requests/${id}`]);
    expect(await device.waiting()).toEqual([]);
    expect(await device.received(id)).toMatchObject({ reference: 'EC-2026-0000124' });
    expect(device.worker.shown).toEqual([
      {
        title: 'Pedido recebido. Referência EC-2026-0000124',
        tag: `eclic-${id}`,
        lang: 'pt-PT',
        data: { requestId: id },
      },
    ]);
    // A citizen who was told by a notification is not told again by the page.
    expect(await device.inPage(MARIA, hasOutcomes)).toBe(false);
  });

  test('what was submitted before the session was over for want of use is acknowledged, and told too', async () => {
    const id = await device.submitted();
    await device.inDevice(askToSignOutFirst);
    await device.inPage(MARIA, (db) => patchSyncState(db, { connection: 'signedOut' }));
    const at = NOON.toISOString();
    const acknowledged = json({ id, reference: 'EC-2026-0000124', revision: 1, at }, 201);
    await device.wake({ server: scriptServer({ 'PUT /requests': acknowledged }).server });
    expect(await device.received(id)).toMatchObject({ reference: 'EC-2026-0000124', receivedAt: at });
    expect(device.worker.shown.map(({ title }) => title)).toEqual([
      'Pedido recebido. Referência EC-2026-0000124',
    ]);
  });

  test('what the server refuses is told, in the place of the notification that it was not sent', async () => {
    const id = await device.submitted();
    const end = new AbortController();
    const { server } = scriptServer({ 'PUT /requests': problem('unavailable', 503) });
    const last = device.wake({ server, signal: end.signal, isLastChance: true });
    await expect(device.passUntil(last, 100, end)).rejects.toThrow(StillWaitingError);
    await device.wake({ server: scriptServer({ 'PUT /requests': problem('key-reused', 422) }).server });
    expect(device.worker.shown).toMatchObject([
      { title: expect.stringContaining('não aceitou'), tag: `eclic-${id}`, data: { requestId: id } },
    ]);
    expect(await device.inPage(MARIA, hasOutcomes)).toBe(false);
  });

  test('it is told in the language that a page spoke last, and of a complaint as of a request', async () => {
    await device.inDevice((db) => keepLanguageForWorker(db, 'en'));
    await device.submitted();
    await device.wake({ server: scriptServer({ 'PUT /requests': accept }).server });
    await device.inDevice((db) => keepLanguageForWorker(db, 'eo'));
    const id = await device.submitted(undefined, undefined, 'complaint');
    const complaint = registered(registeredRequest(id, { kind: 'complaint' }));
    await device.wake({ server: scriptServer({ 'PUT /requests': complaint }).server });
    expect(device.worker.shown.map(({ title }) => title)).toEqual([
      'Request received. Reference EC-2026-0000124',
      'Pedido recebido. Referência EC-2026-0000124',
    ]);
  });

  test('what waits for a sign-in is told to be unsent, since no browser tries it again', async () => {
    await device.submitted();
    await device.wake({ server: scriptServer({ 'PUT /requests': problem('signed-out', 401) }).server });
    expect(device.worker.shown).toMatchObject([{ title: 'O que submeteu ainda não foi enviado' }]);
  });

  test('that an answer was read is nothing that the citizen waits for', async () => {
    const id = await device.submitted();
    await device.wake({ server: scriptServer({ 'PUT /requests': accept }).server, mayNotify: () => false });
    const readUpTo = NOON.toISOString();
    await device.inPage(MARIA, async (db) => {
      await db.requests.update(id, { lastMessageAt: readUpTo });
      await markRead(db, id, readUpTo, NOON);
      await noteTold(db, [id]);
    });
    const end = new AbortController();
    const { server } = scriptServer({ 'PUT /requests': problem('unavailable', 503) });
    const last = device.wake({ server, signal: end.signal, isLastChance: true });
    await expect(device.passUntil(last, 100, end)).rejects.toThrow(StillWaitingError);
    expect(device.worker.shown).toEqual([]);
  });

  test('whoever looks at a page, or allowed no notifications, is told by the page', async () => {
    const { server } = scriptServer({ 'PUT /requests': accept });
    await device.submitted();
    await device.wake({ server, mayNotify: () => false });
    expect(await device.inPage(MARIA, hasOutcomes)).toBe(true);
    device.worker.openPage('http://e-clic.test/pedidos', 'visible');
    await device.wake({ server });
    expect(device.worker.shown).toEqual([]);
    expect(await device.inPage(MARIA, hasOutcomes)).toBe(true);
  });

  test('the number beside the icon is of what waits for the citizen once the worker has sent', async () => {
    const id = await device.submitted();
    const shown: number[] = [];
    const badge = { setAppBadge: async (count: number) => void shown.push(count) };
    const asked = registered(registeredRequest(id, { state: 'awaitingCitizen' }));
    await device.wake({ server: scriptServer({ 'PUT /requests': asked }).server, badge });
    expect(shown).toEqual([1]);
  });

  test('whoever has signed out meanwhile is not told, and no number stands beside the icon', async () => {
    const id = await device.submitted();
    const shown: number[] = [];
    const badge = { setAppBadge: async (count: number) => void shown.push(count) };
    const { server } = scriptServer({
      'PUT /requests': async (request) => {
        await device.inDevice((db) => forgetCitizen(db, 'andKeep'));
        return accept(request);
      },
    });
    await device.wake({ server, badge });
    expect(await device.received(id)).toBeDefined();
    expect([device.worker.shown, shown]).toEqual([[], []]);
    // The page tells them, once they are back.
    expect(await device.inPage(MARIA, hasOutcomes)).toBe(true);
  });

  test('nothing is tried again for whoever has signed out meanwhile, and the browser need not try either', async () => {
    await device.submitted();
    const { server, calls } = scriptServer({
      'PUT /requests': async (request) => {
        await device.inDevice((db) => forgetCitizen(db, 'andKeep'));
        return problem('unavailable', 503)(request);
      },
    });
    await device.passUntil(device.wake({ server, isLastChance: true }));
    expect(commits(calls)).toHaveLength(1);
    expect(device.worker.shown).toEqual([]);
    expect(await device.waiting()).toHaveLength(1);
  });

  test('a page that is open and not looked at does not keep the worker from telling', async () => {
    await device.submitted();
    device.worker.openPage('http://e-clic.test/pedidos', 'hidden');
    device.worker.openPage('http://e-clic.test/balcao/', 'visible');
    device.worker.openPage('http://e-clic.test/licencas.txt', 'visible');
    await device.wake({ server: scriptServer({ 'PUT /requests': accept }).server });
    expect(device.worker.shown).toHaveLength(1);
  });

  test('what does not get through in time is left to the next try; the last one says so, and that is taken back once it is sent', async () => {
    await device.submitted();
    const end = new AbortController();
    const { server } = scriptServer({ 'PUT /requests': problem('unavailable', 503) });
    await expect(device.passUntil(device.wake({ server, signal: end.signal }), 100, end)).rejects.toThrow(
      StillWaitingError,
    );
    expect(device.worker.shown).toEqual([]);
    const lastEnd = new AbortController();
    const last = device.wake({ server, signal: lastEnd.signal, isLastChance: true });
    await expect(device.passUntil(last, 100, lastEnd)).rejects.toThrow(StillWaitingError);
    expect(device.worker.shown).toMatchObject([
      { title: 'O que submeteu ainda não foi enviado', data: { requestId: null } },
    ]);
    expect(await device.waiting()).toHaveLength(1);
    await device.wake({ server: scriptServer({ 'PUT /requests': accept }).server });
    expect(device.worker.shown.map(({ title }) => title)).toEqual([
      'Pedido recebido. Referência EC-2026-0000124',
    ]);
  });

  test('on a full device, which cannot even begin, the last try says that nothing was sent', async () => {
    await device.submitted();
    fillDisk();
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    await expect(device.wake({ server })).rejects.toThrow('full');
    expect(device.worker.shown).toEqual([]);
    await expect(device.wake({ server, isLastChance: true })).rejects.toThrow('full');
    expect(device.worker.shown).toMatchObject([{ title: 'O que submeteu ainda não foi enviado' }]);
    expect(calls).toEqual([]);
  });
});
