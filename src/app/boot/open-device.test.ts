import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';
import { endTrouble, readTrouble } from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDevice } from './open-session.ts';

beforeEach(() => {
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

afterEach(() => endTrouble('memoryOnly'));

function useFactory(open: IDBFactory['open']): void {
  const factory = new IDBFactory();
  factory.open = open;
  Dexie.dependencies.indexedDB = factory;
}

test('a browser that keeps things is simply opened', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const device = await openDevice(manualClock(NOON));
  expect(await readCurrentCitizen(device)).toBeNull();
  expect(readTrouble()).toBeNull();
});

test('where the browser keeps nothing, the citizen can still write, and is told', async () => {
  useFactory(() => {
    throw new DOMException('private', 'SecurityError');
  });
  const device = await openDevice(manualClock(NOON));
  expect(readTrouble()).toBe('memoryOnly');
  expect(await readCurrentCitizen(device)).toBeNull();
  const db = new CitizenDatabase('c_test');
  const draftId = await writeCompleteDraft(db);
  expect(await readDraft(db, draftId)).toBeDefined();
});

test('a browser that never answers does not keep the citizen waiting for ever', async () => {
  const silent = new IDBFactory().open('silent');
  useFactory(() => Object.create(silent));
  const clock = manualClock(NOON);
  const opening = openDevice(clock);
  clock.pass(5000);
  await opening;
  expect(readTrouble()).toBe('memoryOnly');
});
