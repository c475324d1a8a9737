import { afterEach, expect, test, vi } from 'vitest';
import { registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { fillDisk } from '../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { dropped, noChanges, registered, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import { requestRound } from '../db/core/metadata.ts';
import { noteSpaceIsBack, readTrouble } from '../db/core/storage-trouble.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { readRequest } from '../db/requests/requests.ts';
import { push } from './push.ts';
import { startSync } from './start-sync.ts';

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

test('an answer that does not fit on the device is asked for again once there is room, and holds no news up', async () => {
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
  await expect.poll(() => calls).toContain('GET /changes');

  free();
  await requestRound(db);
  await expect.poll(() => readRequest(db, id)).toBeDefined();
  expect(await listWaiting(db)).toEqual([]);
  // The commit was sent again with the same key: to the server it is the same request.
  expect(commits()).toBe(2);
  await sync.stop();
});

test('an entry whose answer does not fit ends no turn while another entry is on its way', async () => {
  const db = openMemoryDatabase();
  const now = new Date();
  const ids = [await submitCompleteDraft(db, undefined, now), await submitCompleteDraft(db, undefined, now)];
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let commits = 0;
  const { server } = scriptServer({
    'PUT /requests': async (request) => {
      commits += 1;
      if (commits === 2) await slow;
      return Response.json(registeredRequest(new URL(request.url).pathname.split('/').at(-1) ?? ''));
    },
  });
  const free = fillDisk('write', ['requests']);
  const refused = expect(push(createTestSyncContext({ db, server, now: () => now }))).rejects.toThrow();
  await expect.poll(() => [readTrouble(), commits]).toEqual(['notSaved', 2]);
  free();
  answer();
  await refused;
  const [waiting, ...others] = await listWaiting(db);
  expect(others).toEqual([]);
  expect(await readRequest(db, ids.find((id) => id !== waiting?.requestId) ?? '')).toBeDefined();
});
