import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { markSharedTab } from '../../lib/shared-tab.ts';
import { startActivity } from '../core/activity.ts';
import { DeviceDatabase, readCurrentCitizen, rememberCitizen } from '../core/device-database.ts';
import { eraseWhoLeft } from './who-left.ts';

const MARIA = { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '•••000', holder: 'person' } as const;
const IDLE_MS = 600_000;
const later = (ms: number) => new Date(NOON.getTime() + ms);

let device: DeviceDatabase;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  sessionStorage.clear();
  device = new DeviceDatabase();
});

async function signIn({ shared }: { shared: boolean }): Promise<void> {
  await startActivity(device, IDLE_MS, NOON, { keepsActivity: false });
  await rememberCitizen(device, { ...MARIA, shared });
}

describe('who left a shared device without signing out', () => {
  it.each([
    ['after the idle time', IDLE_MS, null],
    ['when the clock was moved back by days', -5 * 86_400_000, null],
    ['not within it, after a reload of their tab', IDLE_MS - 1, MARIA.id],
  ])('is forgotten %s', async (_name, afterMs, expected) => {
    await signIn({ shared: true });
    markSharedTab(MARIA.id);
    await eraseWhoLeft(device, later(afterMs));
    expect((await readCurrentCitizen(device))?.id ?? null).toBe(expected);
  });

  it('is forgotten when nothing says how long ago it was', async () => {
    await rememberCitizen(device, { ...MARIA, shared: true });
    markSharedTab(MARIA.id);
    await eraseWhoLeft(device, NOON);
    expect(await readCurrentCitizen(device)).toBeNull();
  });

  it('is forgotten at once in a tab in which somebody else was before', async () => {
    await signIn({ shared: true });
    markSharedTab('c_joao');
    await eraseWhoLeft(device, NOON);
    expect(await readCurrentCitizen(device)).toBeNull();
  });

  it('stays on a device of their own', async () => {
    await signIn({ shared: false });
    await eraseWhoLeft(device, later(30 * 86_400_000));
    expect((await readCurrentCitizen(device))?.id).toBe(MARIA.id);
  });
});
