import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DESCRIPTION, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { type ManualClock, manualClock } from '../../../testing/manual-clock.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { DeviceDatabase, forgetCitizen, rememberCitizen } from '../../db/core/device-database.ts';
import {
  endTrouble,
  noteRefusedWrites,
  noteSpaceIsBack,
  readTrouble,
} from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { holdWords } from '../../db/drafts/unsaved-words.ts';
import type { StorageHealth } from '../../db/storage/storage-health.ts';
import { watchStorage } from './storage-watch.ts';

const MARIA = {
  id: 'c_maria',
  name: 'Maria Exemplo',
  maskedNiss: '…000',
  holder: 'person',
  shared: false,
} as const;

let factory: IDBFactory;
let db: CitizenDatabase;
let device: DeviceDatabase;
let clock: ManualClock;
let health: StorageHealth;
let stop: () => void;
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
const persist = vi.fn(async () => true);

beforeEach(async () => {
  factory = new IDBFactory();
  Dexie.dependencies.indexedDB = factory;
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = new CitizenDatabase(MARIA.id);
  device = new DeviceDatabase();
  await rememberCitizen(device, MARIA);
  clock = manualClock(NOON);
  health = 'good';
  persist.mockClear();
});

afterEach(() => {
  stop();
  noteSpaceIsBack();
  for (const trouble of ['wiped', 'outdated', 'blocked'] as const) endTrouble(trouble);
});

async function watch(): Promise<void> {
  const current = {
    database: () => db,
    subscribe: () => () => undefined,
  };
  const storage = { persist, persisted: async () => false };
  stop = watchStorage({ current, device, clock, page, storage, probe: async () => health });
  await expect.poll(() => db.metadata.get('storageMarker')).toBeDefined();
}

function wipe(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = factory.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}

function lookAtThePage(): void {
  page.dispatchEvent(new Event('visibilitychange'));
}

/** Waits long enough for everything that the fake database does in a row. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

test('a device that is full at the start is told, until there is room', async () => {
  health = 'full';
  await watch();
  await expect.poll(() => readTrouble()).toBe('notSaved');
  clock.pass(5000);
  await expect.poll(() => readTrouble()).toBe('notSaved');
  health = 'good';
  await expect
    .poll(() => {
      clock.pass(5000);
      return readTrouble();
    })
    .toBeNull();
});

test('the trouble stays while an editor holds words that are not on disk', async () => {
  await watch();
  const typed = {
    draftId: 'd',
    words: { description: 'por guardar' },
    baseRevision: 0,
    writer: 'a',
    typedAt: '',
  };
  const letGo = holdWords(MARIA.id, {
    unsavedText: () => typed,
    handOver: () => ({}),
    saveAnew: () => undefined,
  });
  noteRefusedWrites(['chunks']);
  for (let n = 0; n < 3; n += 1) {
    clock.pass(5000);
    await settle();
  }
  expect(readTrouble()).toBe('notSaved');
  letGo();
  await expect
    .poll(() => {
      clock.pass(5000);
      return readTrouble();
    })
    .toBeNull();
});

test('the browser is asked to keep what is here once there is a draft, and not before', async () => {
  await watch();
  await settle();
  expect(persist).not.toHaveBeenCalled();
  await writeCompleteDraft(db);
  await expect.poll(() => persist).toHaveBeenCalledTimes(1);
});

test('the browser is asked to keep a draft that was begun before the watch, and not at each start one of an earlier visit', async () => {
  await writeCompleteDraft(db, DESCRIPTION, new Date('2026-11-24T12:00:00.000Z'));
  await watch();
  await settle();
  expect(persist).not.toHaveBeenCalled();
  stop();
  await writeCompleteDraft(db);
  await watch();
  await expect.poll(() => persist).toHaveBeenCalledTimes(1);
});

test('a database emptied under the page is told, and what editors hold is written into the new one', async () => {
  await watch();
  const saveAnew = vi.fn();
  const letGo = holdWords(MARIA.id, { unsavedText: () => null, handOver: () => ({}), saveAnew });
  await wipe(db.name);
  lookAtThePage();
  await expect.poll(() => readTrouble()).toBe('wiped');
  await expect.poll(() => saveAnew).toHaveBeenCalledTimes(1);
  lookAtThePage();
  await settle();
  expect(saveAnew).toHaveBeenCalledTimes(1);
  letGo();
});

test('a database that was closed for good is opened again while its citizen is here', async () => {
  await watch();
  const draftId = await writeCompleteDraft(db);
  db.close();
  clock.pass(1000);
  await expect.poll(() => db.isOpen()).toBe(true);
  expect(await readDraft(db, draftId)).toBeDefined();
  expect(readTrouble()).toBeNull();
});

test('whoever signs out and erases gets nothing back', async () => {
  await watch();
  const saveAnew = vi.fn();
  const letGo = holdWords(MARIA.id, { unsavedText: () => null, handOver: () => ({}), saveAnew });
  await forgetCitizen(device, true, [MARIA.id]);
  await wipe(db.name);
  lookAtThePage();
  clock.pass(1000);
  await settle();
  expect(saveAnew).not.toHaveBeenCalled();
  expect(readTrouble()).toBeNull();
  expect((await factory.databases()).map(({ name }) => name)).not.toContain(db.name);
  letGo();
});

test('a newer build gets the database it waits for, and this page is told to reload', async () => {
  await watch();
  const draftId = await writeCompleteDraft(db);
  await new Promise<void>((resolve, reject) => {
    const opening = factory.open(db.name, 10 * (db.verno + 1));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
  });
  expect(readTrouble()).toBe('outdated');
  expect(await readDraft(db, draftId)).toBeDefined();
});
