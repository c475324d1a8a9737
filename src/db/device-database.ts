import Dexie, { type Table } from 'dexie';
import type { DatabaseEngine } from './citizen-database.ts';

/** Whose drafts to open on this device, also while offline. */
export interface CurrentCitizen {
  id: string;
  name: string;
  maskedNiss: string;
  holder: 'person' | 'organisation';
  /** *Este dispositivo é partilhado*. */
  shared: boolean;
}

interface DeviceRow {
  key: 'device';
  current: CurrentCitizen | null;
  /** Signing out could not reach the server: the cookie must end before any other call. */
  signOutFirst: boolean;
}

export class DeviceDatabase extends Dexie {
  readonly device!: Table<DeviceRow, string>;

  constructor(engine?: DatabaseEngine) {
    super('eclic-device', { ...engine, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ device: 'key' });
  }
}

const NEW_DEVICE: DeviceRow = { key: 'device', current: null, signOutFirst: false };

async function readDevice(db: DeviceDatabase): Promise<DeviceRow> {
  return (await db.device.get('device')) ?? NEW_DEVICE;
}

export async function readCurrentCitizen(db: DeviceDatabase): Promise<CurrentCitizen | null> {
  return (await readDevice(db)).current;
}

export async function rememberCitizen(db: DeviceDatabase, current: CurrentCitizen): Promise<void> {
  await db.device.put({ key: 'device', current, signOutFirst: false });
}

export async function forgetCitizen(db: DeviceDatabase, signOutFirst: boolean): Promise<void> {
  await db.device.put({ key: 'device', current: null, signOutFirst });
}

export async function mustSignOutFirst(db: DeviceDatabase): Promise<boolean> {
  return (await readDevice(db)).signOutFirst;
}

export async function noteSignedOut(db: DeviceDatabase): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    await db.device.put({ ...(await readDevice(db)), signOutFirst: false });
  });
}
