import { afterEach, expect, test, vi } from 'vitest';
import { registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { fillDisk } from '../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { dropped, noChanges, registered, scriptServer } from '../../testing/scripted-server.ts';
import { createApiClient } from '../api/client.ts';
import { requestRound } from '../db/core/metadata.ts';
import { noteSpaceIsBack, readTrouble } from '../db/core/storage-trouble.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { readRequest } from '../db/requests/requests.ts';
import { startSync } from './start-sync.ts';

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

test('an answer that does not fit on the device is asked for again once there is room', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db, undefined, new Date());
  const { server, calls } = scriptServer({
    'GET /limits': dropped,
    'GET /changes': noChanges(),
    'PUT /requests': registered(registeredRequest(id)),
  });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const api = createApiClient('http://e-clic.test', server);
  const free = fillDisk('write', ['requests']);
  const sync = startSync({ db, api, surroundings: { locks: undefined, page, network: new EventTarget() } });
  const commits = () => calls.filter((call) => call.startsWith('PUT /requests')).length;

  await expect.poll(() => readTrouble()).toBe('notSaved');
  expect(commits()).toBe(1);
  expect(await listWaiting(db)).toMatchObject([{ requestId: id }]);
  expect(await readRequest(db, id)).toBeUndefined();

  free();
  await requestRound(db);
  await expect.poll(() => readRequest(db, id)).toBeDefined();
  expect(await listWaiting(db)).toEqual([]);
  // The commit was sent again with the same key: to the server it is the same request.
  expect(commits()).toBe(2);
  await sync.stop();
});
