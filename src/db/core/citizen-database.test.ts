import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import '../../../testing/memory-database.ts';
import { CitizenDatabase, listCitizenIds } from './citizen-database.ts';
import { DeviceDatabase } from './device-database.ts';

test('of the databases on a device those of citizens are told, and not the one that is the device’s own', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const databases = [new DeviceDatabase(), new CitizenDatabase('c_maria')];
  for (const db of databases) await db.open();
  expect(await listCitizenIds()).toEqual(['c_maria']);
  for (const db of databases) db.close();
});
