import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { DESCRIPTION, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { createTestServer } from '../../../testing/render-app.tsx';
import { MARIA, signInAtServer } from '../../../testing/sign-in.ts';
import { createApiClient } from '../../api/client.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { DeviceDatabase, readCurrentCitizen } from '../../db/core/device-database.ts';
import { useSession } from '../../state/session.ts';
import { createSessionControl } from './session-control.ts';
import { createSessionScope } from './session-scope.ts';

const api = createApiClient(window.location.origin, createTestServer());
const now = () => NOON;

/** Loads the page: what the tab and the device keep is there already. */
function openTab() {
  useSession.setState(useSession.getInitialState(), true);
  const device = new DeviceDatabase();
  const scope = createSessionScope(
    async () => ({ stop: async () => undefined }),
    now,
    createCurrentDatabase(),
  );
  return { device, scope, control: createSessionControl({ api, device, scope, now }) };
}

/** Begins a draft on a shared device without signing in. `enter` signs Maria in to send it. */
async function beginToSend() {
  const { device, scope, control } = openTab();
  await control.beginAsGuest(true);
  const guest = scope.database();
  if (!guest) throw new Error('Nobody is here');
  const draftId = await writeCompleteDraft(guest);
  const maria = await signInAtServer(api, MARIA, true);
  const enter = () => control.enter(maria, true, draftId);
  return { device, scope, guest, draftId, maria: maria.citizen, enter };
}

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  sessionStorage.clear();
  window.name = '';
});

it('a reload of a shared tab while it takes over what its guest began to send loses neither that nor the citizen', async () => {
  const { guest, draftId, maria, enter } = await beginToSend();
  const { indexedDB } = Dexie.dependencies;
  const open = indexedDB.open.bind(indexedDB);
  // The page ends where the first word would be copied: the citizen's database never opens.
  const ending = vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    return name.endsWith(maria.id) ? ({} as IDBOpenDBRequest) : open(name, version);
  });
  void enter();
  await expect.poll(() => ending.mock.calls.some(([name]) => name.endsWith(maria.id))).toBe(true);
  ending.mockRestore();

  const { control, scope } = openTab();
  await control.resume();
  expect(useSession.getState()).toMatchObject({ citizen: { id: maria.id }, guestId: guest.citizenId });
  await control.enter(await signInAtServer(api, MARIA, true), true, draftId);
  expect(await scope.database()?.drafts.get(draftId)).toMatchObject({ description: DESCRIPTION });
});

it('a shared tab that cannot be marked lets nobody in, and its guest keeps what they began until it can', async () => {
  const { device, scope, guest, draftId, maria, enter } = await beginToSend();
  // Throws as an import does whose code does not come.
  const marking = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(enter()).rejects.toThrow('Failed to fetch');
  marking.mockRestore();
  expect(await readCurrentCitizen(device)).toBeNull();
  expect(scope.database()).toBe(guest);
  expect(await guest.drafts.get(draftId)).toMatchObject({ description: DESCRIPTION });

  await enter();
  expect(scope.database()?.citizenId).toBe(maria.id);
  expect(await scope.database()?.drafts.get(draftId)).toMatchObject({ description: DESCRIPTION });
});
