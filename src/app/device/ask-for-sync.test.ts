import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { readKeptLanguage } from '../../db/core/kept-language.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { SYNC_TAG } from '../../lib/wake-worker.ts';
import { askForSync } from './ask-for-sync.ts';

function openPage(db: CitizenDatabase, { isShared = false, hasSync = true } = {}) {
  const close = vi.fn();
  const getNotifications = vi.fn(async () => [{ close } as unknown as Notification]);
  const device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const register = vi.fn(async (_tag: string) => undefined);
  let current: CitizenDatabase | null = db;
  let tellChange: () => void = () => undefined;
  const stop = askForSync({
    current: {
      database: () => current,
      subscribe(listener) {
        tellChange = () => listener(current, null);
        return () => undefined;
      },
    },
    device,
    page,
    registration: Promise.resolve(hasSync ? { sync: { register }, getNotifications } : {}),
    isShared: () => isShared,
  });
  return {
    device,
    register,
    close,
    stop,
    hide() {
      page.visibilityState = 'hidden';
      page.dispatchEvent(new Event('visibilitychange'));
    },
    become(next: CitizenDatabase | null) {
      current = next;
      tellChange();
    },
  };
}

/** Waits until a page that was opened after the others has asked: those have read their databases too. */
async function untilAnotherAsks() {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const page = openPage(db);
  await expect.poll(() => page.register).toHaveBeenCalled();
  page.stop();
}

test('the worker is asked for at each submission, and in which language it is to tell', async () => {
  const db = openMemoryDatabase();
  const { device, register, stop } = openPage(db);
  await submitCompleteDraft(db);
  await expect.poll(() => register).toHaveBeenCalledTimes(1);
  expect(register).toHaveBeenCalledWith(SYNC_TAG);
  await expect.poll(() => readKeptLanguage(device)).toBe('pt-PT');
  await submitCompleteDraft(db);
  await expect.poll(() => register).toHaveBeenCalledTimes(2);
  stop();
});

test('it is asked for at a start with something waiting, and when such a page is left', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const { register, hide, stop } = openPage(db);
  await expect.poll(() => register).toHaveBeenCalledTimes(1);
  hide();
  expect(register).toHaveBeenCalledTimes(2);
  stop();
  hide();
  expect(register).toHaveBeenCalledTimes(2);
});

test('nothing is asked for where nothing waits, the device is shared, or whoever has left had something', async () => {
  const db = openMemoryDatabase();
  const nothing = openPage(db);
  nothing.hide();
  await submitCompleteDraft(db);
  const shared = openPage(db, { isShared: true });
  const left = openPage(db);
  await expect.poll(() => left.register).toHaveBeenCalled();
  left.become(openMemoryDatabase(GUEST_ID));
  left.hide();
  await untilAnotherAsks();
  shared.hide();
  expect(left.register).toHaveBeenCalledTimes(1);
  expect(shared.register).not.toHaveBeenCalled();
  for (const { stop } of [nothing, shared, left]) stop();
});

test('a browser that wakes no worker is asked nothing', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  const { hide, device, stop } = openPage(db, { hasSync: false });
  await untilAnotherAsks();
  hide();
  expect(await readKeptLanguage(device)).toBeUndefined();
  stop();
});

test('what waits for a sign-in is asked for by nobody, and the notification that it waits goes once a page is open', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  await db.outbox.where('requestId').equals(id).modify({ waitReason: 'signedOut' });
  const { register, close, hide, stop } = openPage(db);
  await expect.poll(() => close).toHaveBeenCalledOnce();
  hide();
  await untilAnotherAsks();
  expect(register).not.toHaveBeenCalled();
  stop();
});
