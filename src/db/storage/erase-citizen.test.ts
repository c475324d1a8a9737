import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { startActivity } from '../core/activity.ts';
import { CitizenDatabase, listCitizenIds } from '../core/citizen-database.ts';
import {
  DeviceDatabase,
  forgetCitizen,
  noteGuest,
  readOccupants,
  rememberCitizen,
} from '../core/device-database.ts';
import { eraseCitizen, eraseMarked } from './erase-citizen.ts';
import { noteLeaving } from './forget-citizen.ts';

const MARIA = { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '•••000', holder: 'person' } as const;
const IDLE_MS = 600_000;

let device: DeviceDatabase;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  device = new DeviceDatabase();
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function signInShared(): Promise<void> {
  await startActivity(device, IDLE_MS, NOON, { keepsActivity: false });
  await rememberCitizen(device, { ...MARIA, shared: true });
}

describe('erasing a citizen', () => {
  it('removes the database', async () => {
    const db = new CitizenDatabase('c_maria');
    await writeCompleteDraft(db);
    db.close();
    expect(await eraseCitizen('c_maria')).toBe('removed');
    expect(await Dexie.exists('eclic-citizen-c_maria')).toBe(false);
  });

  it('leaves no word even when another tab does not let go of it', async () => {
    const frozen = new CitizenDatabase('c_maria');
    await writeCompleteDraft(frozen);
    frozen.on('versionchange', () => false);
    await forgetCitizen(device, true, ['c_maria']);
    expect(await eraseMarked(device), 'the citizen may be told that all is erased').toBe(true);
    expect(await frozen.drafts.count()).toBe(0);
    expect((await readOccupants(device)).toErase, 'the empty database goes at the next start').toEqual([
      'c_maria',
    ]);
    frozen.close();
  });

  it('is done at the next start when the tab was closed in between', async () => {
    const db = new CitizenDatabase('c_maria');
    await writeCompleteDraft(db);
    db.close();
    await signInShared();
    await noteGuest(device);
    await noteLeaving(device, 'erase');
    expect((await readOccupants(device)).toErase).toEqual(['c_maria']);

    await eraseMarked(device);
    expect(await Dexie.exists('eclic-citizen-c_maria')).toBe(false);
    expect(await readOccupants(device)).toMatchObject({ toErase: [], current: null, hasGuest: true });
    expect(JSON.stringify(await device.device.toArray())).not.toMatch(/Maria|000|c_maria/);
  });

  it('is done to everybody who is marked also where the device takes no note of it', async () => {
    for (const id of ['c_maria', 'c_joao']) {
      const db = new CitizenDatabase(id);
      await writeCompleteDraft(db);
      db.close();
    }
    await forgetCitizen(device, true, ['c_maria', 'c_joao']);
    fillDisk('write', ['device']);
    await eraseMarked(device);
    expect(await listCitizenIds()).toEqual([]);
    expect((await readOccupants(device)).toErase).toEqual(['c_maria', 'c_joao']);
  });

  it('is not done to a citizen who has signed in again', async () => {
    await forgetCitizen(device, true, ['c_maria']);
    await signInShared();
    expect((await readOccupants(device)).toErase).toEqual([]);
  });
});
