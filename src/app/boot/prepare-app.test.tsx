import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { createTestServer } from '../../../testing/render-app.tsx';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { prepareApp } from './prepare-app.ts';

/** Holds a transaction open, like a page that some browsers put away in the middle of one. Returns the function that ends it. */
function holdDevice(device: DeviceDatabase): () => void {
  let isHeld = true;
  void device.transaction('rw', device.device, async () => {
    while (isHeld) await device.device.count();
  });
  return () => {
    isHeld = false;
  };
}

test('an app whose database another page does not let go of says so, and starts once it may', async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  const clock = manualClock(NOON);
  const device = new DeviceDatabase();
  await device.open();
  const letGo = holdDevice(device);
  const preparing = prepareApp({ server: createTestServer(), clock });
  await expect
    .poll(() => {
      clock.pass(1_000);
      return readTrouble();
    })
    .toBe('blocked');
  letGo();
  const app = await preparing;
  expect(readTrouble()).toBeNull();
  clock.pass(60_000);
  expect(readTrouble()).toBeNull();
  await app.stop();
  device.close();
});
