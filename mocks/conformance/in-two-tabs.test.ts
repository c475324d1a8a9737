import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { createBackend } from '../backend.ts';
import { withSessionCookie } from '../http/session-cookie.ts';
import { createIndexedDbStore, type IndexedDbApi } from '../indexeddb-store.ts';
import { createMockServer } from '../server.ts';
import { readTable } from '../store.ts';
import { TABLE_NAMES } from '../tables.ts';
import { createTestClock } from '../testing/test-clock.ts';

const openDevice = (): IndexedDbApi => ({ indexedDB: new IDBFactory(), IDBKeyRange });

/** Its stories take longer to tell than a test: they are told once, and each test begins with the rows that came of them. */
const world = await readNewWorld();

async function readNewWorld() {
  const store = createIndexedDbStore(openDevice());
  await createBackend(store, createTestClock().now).run(async () => {});
  return store.transact(async (tx) => {
    const rows = [];
    for (const table of TABLE_NAMES)
      for (const row of await readTable(tx, table)) rows.push({ table, ...row });
    const files = [];
    for (const { value } of await readTable(tx, 'attachments'))
      for (const key of value.byteKeys) files.push({ key, bytes: await tx.getBytes(key) });
    return { rows, files };
  });
}

// Every other call goes to another tab's server: nothing may be known but what is in the database.
describeContract('The pretend server in two tabs, on IndexedDB', async () => {
  const clock = createTestClock();
  const api = openDevice();
  await createIndexedDbStore(api).transact(async (tx) => {
    for (const { table, key, value } of world.rows) await tx.put(table, key, value);
    for (const { key, bytes } of world.files) if (bytes) await tx.putBytes(key, bytes);
  });
  const openTab = () => withSessionCookie(createMockServer(createIndexedDbStore(api), clock.now));
  const [first, second] = [openTab(), openTab()];
  let calls = 0;
  return {
    server: (request) => {
      calls += 1;
      return calls % 2 === 0 ? first(request) : second(request);
    },
    advance: clock.advance,
    stop: async () => {},
  };
});
