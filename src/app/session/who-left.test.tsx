import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createApiClient } from '../../api/client.ts';
import { startActivity } from '../../db/core/activity.ts';
import { CitizenDatabase, listCitizenIds } from '../../db/core/citizen-database.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { DeviceDatabase, readCurrentCitizen, rememberCitizen } from '../../db/core/device-database.ts';
import { markSharedTab } from '../../lib/shared-tab.ts';
import { useSession } from '../../state/session.ts';
import { createSessionScope } from './session-scope.ts';
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

afterEach(() => {
  vi.restoreAllMocks();
});

/** Starts e-Clic without a connection. */
function start(now: Date): Promise<void> {
  const api = createApiClient('https://e-clic.test', () => Promise.reject(new TypeError('Failed to fetch')));
  const scope = createSessionScope(
    async () => ({ stop: async () => undefined }),
    () => now,
    createCurrentDatabase(),
  );
  return eraseWhoLeft({ api, device, scope, now: () => now }, []);
}

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
    await start(later(afterMs));
    expect((await readCurrentCitizen(device))?.id ?? null).toBe(expected);
  });

  it('is forgotten when nothing says how long ago it was', async () => {
    await rememberCitizen(device, { ...MARIA, shared: true });
    markSharedTab(MARIA.id);
    await start(NOON);
    expect(await readCurrentCitizen(device)).toBeNull();
  });

  it('is forgotten at once in a tab in which somebody else was before', async () => {
    await signIn({ shared: true });
    markSharedTab('c_joao');
    await start(NOON);
    expect(await readCurrentCitizen(device)).toBeNull();
  });

  it('stays on a device of their own', async () => {
    await signIn({ shared: false });
    await start(later(30 * 86_400_000));
    expect((await readCurrentCitizen(device))?.id).toBe(MARIA.id);
  });

  it('is erased, and nothing is shown, where neither the device nor the server hears of it', async () => {
    await signIn({ shared: true });
    const db = new CitizenDatabase(MARIA.id);
    await writeCompleteDraft(db);
    db.close();
    fillDisk('write', ['device']);
    await expect(start(NOON)).rejects.toThrow();
    expect(await listCitizenIds()).toEqual([]);
    expect(useSession.getState().citizen).toBeNull();
  });
});
