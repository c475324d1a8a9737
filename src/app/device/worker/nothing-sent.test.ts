import Dexie from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { createClosedDevice } from '../../../../testing/closed-device.ts';
import { accept, createMariasDevice, MARIA, type MariasDevice } from '../../../../testing/marias-device.ts';
import { problem, scriptServer } from '../../../../testing/scripted-server.ts';
import { forgetCitizen } from '../../../db/core/device-database.ts';
import { patchSyncState } from '../../../db/core/metadata.ts';
import { OtherBuildError } from '../../../db/core/open-as-kept.ts';

let device: MariasDevice;

beforeEach(async () => {
  device = await createMariasDevice();
});

describe('nothing is sent', () => {
  let calls: string[];
  let wake: () => Promise<void>;

  beforeEach(() => {
    const scripted = scriptServer({ 'PUT /requests': accept });
    calls = scripted.calls;
    wake = () => device.wake({ server: scripted.server });
  });

  test('under João’s session of what Maria left here', async () => {
    await device.submitted();
    await device.remember('c_joao');
    await device.inPage('c_joao', async () => undefined);
    await wake();
    expect(calls).toEqual([]);
    expect(await device.waiting()).toHaveLength(1);
  });

  test('of somebody who has signed out, whether the server has heard of it or not', async () => {
    await device.submitted();
    await device.inDevice((db) => forgetCitizen(db, 'andKeep'));
    await wake();
    expect(calls).toEqual([]);
    expect(await device.waiting()).toHaveLength(1);
  });

  test('that was submitted once the session was known to be over: it waits for a sign-in', async () => {
    await device.inPage(MARIA, (db) => patchSyncState(db, { connection: 'signedOut' }));
    await device.submitted();
    await wake();
    expect(calls).toEqual([]);
    expect(await device.waiting()).toMatchObject([{ waitReason: 'signedOut' }]);
  });

  test('on a shared device, whose next start erases what is kept', async () => {
    await device.submitted();
    await device.remember(MARIA, true);
    await wake();
    expect(calls).toEqual([]);
  });

  test('for a citizen whom the server no longer knows: it waits for them, and the browser need not try again', async () => {
    await device.submitted();
    const { server } = scriptServer({ 'PUT /requests': problem('signed-out', 401) });
    await device.wake({ server });
    expect(await device.waiting()).toMatchObject([{ waitReason: 'signedOut', sending: 0 }]);
    await wake();
    expect(calls).toEqual([]);
  });

  test('and no database is made where there is none', async () => {
    const { indexedDB } = device.engine;
    await wake();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['eclic-device']);
    const unused = createClosedDevice();
    await unused.wake(scriptServer({}));
    expect(await unused.engine.indexedDB.databases()).toEqual([]);
  });

  test.each([
    ['newer', 99],
    ['older', 1],
  ])('of a database that an %s build has, which stays as it is', async (_, version) => {
    const other = new Dexie(`eclic-citizen-${MARIA}`, device.engine);
    other.version(version).stores({ outbox: 'commandId' });
    await other.open();
    await other.table('outbox').put({ commandId: 'one' });
    other.close();
    await expect(wake()).rejects.toThrow(OtherBuildError);
    expect(calls).toEqual([]);
    expect(await device.engine.indexedDB.databases()).toContainEqual({
      name: `eclic-citizen-${MARIA}`,
      version: version * 10,
    });
  });
});
