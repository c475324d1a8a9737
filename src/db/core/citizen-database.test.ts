import Dexie, { liveQuery } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { CitizenDatabase, listCitizenIds } from './citizen-database.ts';
import { DeviceDatabase } from './device-database.ts';

test('of the databases on a device those of citizens are told, and not the one that is the device’s own', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const databases = [new DeviceDatabase(), new CitizenDatabase('c_maria')];
  for (const db of databases) await db.open();
  expect(await listCitizenIds()).toEqual(['c_maria']);
  for (const db of databases) db.close();
});

test('a live query is shown what is on disk, and nothing that is still to be committed', async () => {
  // The database has a name of its own: other tests report their writes, as other tabs would, to live queries over databases of the same name.
  const db = openMemoryDatabase('c_watched');
  const seen: string[] = [];
  const shown = new Promise<void>((resolve) => {
    const watch = liveQuery(() => db.progress.where('requestId').startsWith('r').toArray()).subscribe(
      (rows) => {
        seen.push(rows.length === 0 ? 'nothing' : 'shown');
        if (rows.length > 0) resolve(watch.unsubscribe());
      },
    );
  });
  await expect.poll(() => seen).toEqual(['nothing']);
  await db.progress
    .put({ requestId: 'r', attachment: 1, sentBytes: 0, totalBytes: 9, attachments: 1 })
    .then(() => seen.push('on disk'));
  await shown;
  expect(seen).toEqual(['nothing', 'on disk', 'shown']);
});
