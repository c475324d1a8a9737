import Dexie from 'dexie';
import { DeviceDatabase } from '../../db/core/device-database.ts';
import { noteTrouble } from '../../db/core/storage-trouble.ts';
import type { Clock } from '../../lib/clock.ts';

/** Some browsers never answer when a database is opened: waiting for them would hold the app up for ever. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Opens the device's database. Where the browser keeps nothing, databases in memory, which last as long as the page, take its place: the citizen
 * can still write, send and copy, and is told.
 */
export async function openDevice(clock: Clock): Promise<DeviceDatabase> {
  const device = new DeviceDatabase();
  const isOpen = await new Promise<boolean>((resolve) => {
    const cancel = clock.after(OPEN_TIMEOUT_MS, () => resolve(false));
    // Where an older tab blocks it, the database opens in the end, once that tab is closed.
    device.on('blocked', cancel);
    device.open().then(
      () => resolve(true),
      () => resolve(false),
    );
  });
  if (isOpen) return device;
  device.close();
  // Databases opened from now on live in the page's memory, and end with it.
  const memory = await import('fake-indexeddb');
  Dexie.dependencies.indexedDB = new memory.IDBFactory();
  Dexie.dependencies.IDBKeyRange = memory.IDBKeyRange;
  noteTrouble('memoryOnly');
  return new DeviceDatabase();
}
