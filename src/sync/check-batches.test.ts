import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Change, CitizenRequest } from '../../contract/types.ts';
import { citizenMessage, NOON, registeredRequest } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { queueLocks } from '../../testing/queue-locks.ts';
import { createReceiptSigner, type ReceiptSigner } from '../../testing/receipt-signer.ts';
import { type Answer, dropped, json, noChanges, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { keepReceiptKeys } from '../db/core/receipt-keys.ts';
import { listMessages } from '../db/requests/messages.ts';
import { checkFirst } from '../db/requests/receipt-batches.ts';
import { readRequest } from '../db/requests/requests.ts';
import { checkBatches } from './check-batches.ts';
import { pull } from './pull.ts';
import { startSync } from './start-sync.ts';
import { syncLockOf, takeTurn } from './take-turn.ts';

/** Several batches. */
const MANY = 80;
const BATCHES = 8;

let db: CitizenDatabase;
let device: DeviceDatabase;
let service: ReceiptSigner;
let pages = 0;

beforeEach(async () => {
  db = openMemoryDatabase();
  device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  service = await createReceiptSigner();
});

const makeIds = () => Array.from({ length: MANY }, () => crypto.randomUUID() as string);
const signAll = (signer: ReceiptSigner, ids: readonly string[]) =>
  Promise.all(ids.map((id) => signer.signRequest(registeredRequest(id))));
const asChange = (request: CitizenRequest): Change => ({ type: 'request', request });

function contextWith(rules: Record<string, Answer | Answer[]>) {
  const { server, calls } = scriptServer(rules);
  return { calls, context: createTestSyncContext({ db, server, device, now: () => NOON }) };
}

/** Reads a feed that has everything on one page. The device has the service's keys already. */
async function pullAll(changes: readonly Change[]): Promise<void> {
  await keepReceiptKeys(device, service.keys);
  pages += 1;
  const page = { changes, cursor: String(pages), more: false, serverTime: NOON.toISOString() };
  await pull(contextWith({ 'GET /changes': json(page) }).context);
}

/** Checks as a tab does, and returns how often the service was asked for its keys. Ends after so many turns, as if the tab were killed. */
async function checkAll(keys: Answer = json(service.keys), turns = Number.POSITIVE_INFINITY) {
  const { context, calls } = contextWith({ 'GET /receipt-keys': keys });
  let taken = 0;
  const count = async (check: () => Promise<void>) => {
    await check();
    taken += 1;
  };
  await checkBatches({ ...context, isStopping: () => taken >= turns }, count, async () => undefined);
  return calls.length;
}

const countChecked = () => db.requests.filter(({ receiptCheck }) => receiptCheck === 'fits').count();

test('many requests are kept at once, none called signed; all are checked afterwards', async () => {
  const ids = makeIds();
  await pullAll((await signAll(service, ids)).map(asChange));
  expect([await db.requests.count(), await countChecked()]).toEqual([MANY, 0]);
  expect(await checkAll()).toBe(0);
  expect(await countChecked()).toBe(MANY);
});

test('of messages and withdrawals among many changes the receipts are checked too', async () => {
  const [id = '', ...others] = makeIds();
  const at = '2026-11-25T13:00:00.000Z';
  const withdrawn = { state: 'withdrawn', at, officeName: 'Centro de contacto e-Clic' } as const;
  const history = [...registeredRequest(id).history, withdrawn];
  const request = await service.signRequest(registeredRequest(id, { state: 'withdrawn', history }));
  const message = await service.signMessage(citizenMessage(crypto.randomUUID(), id), request.reference);
  const changes = [request, ...(await signAll(service, others))].map(asChange);
  await pullAll([{ type: 'message', message }, ...changes]);
  await checkAll();
  expect(await readRequest(db, id)).toMatchObject({ receiptCheck: 'fits', withdrawalCheck: 'fits' });
  expect(await listMessages(db, id)).toMatchObject([{ receiptCheck: 'fits' }]);
});

test('a receipt among many that does not fit is told of once it is checked, for good', async () => {
  const ids = makeIds();
  const [first, ...others] = await signAll(service, ids);
  if (!first) throw new Error('No request');
  await pullAll([{ ...first, description: 'Outras palavras.' }, ...others].map(asChange));
  await checkAll();
  expect(await readRequest(db, first.id)).toMatchObject({ receiptCheck: 'doesNotFit' });
  // The server now gives the words that it signed.
  await pullAll([first, ...others].map(asChange));
  expect(await readRequest(db, first.id)).toMatchObject({ receiptCheck: 'doesNotFit' });
  await checkAll();
  expect(await readRequest(db, first.id)).toMatchObject({ receiptCheck: 'doesNotFit' });
  expect(await countChecked()).toBe(MANY - 1);
});

test('what a killed tab had not checked yet is found again by the next one', async () => {
  await pullAll((await signAll(service, makeIds())).map(asChange));
  await checkAll(undefined, 1);
  const before = await countChecked();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(MANY);
  await checkAll();
  expect(await countChecked()).toBe(MANY);
});

test('the next start of the app checks what is left, beside its rounds, and ends when it is stopped', async () => {
  await pullAll((await signAll(service, makeIds())).map(asChange));
  const answers = { 'GET /limits': dropped, 'GET /changes': noChanges() };
  const { server } = scriptServer({ ...answers, 'GET /receipt-keys': json(service.keys) });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
  const surroundings = { locks: queueLocks(), page, network: new EventTarget() };
  const sync = startSync({ db, api: createApiClient('http://e-clic.test', server), surroundings });
  await expect.poll(countChecked, { timeout: 5_000 }).toBeGreaterThan(0);
  await sync.stop();
  const atStop = await countChecked();
  expect(atStop).toBeLessThan(MANY);
  await checkAll();
  expect(await countChecked()).toBe(MANY);
});

test('the receipts of the request that somebody looks at are checked before all others', async () => {
  const ids = makeIds();
  const messages = await Promise.all(
    ids.map((id) => service.signMessage(citizenMessage(crypto.randomUUID(), id), 'EC-2026-0000124')),
  );
  const changes = messages.map((message): Change => ({ type: 'message', message }));
  await pullAll([...(await signAll(service, ids)).map(asChange), ...changes]);
  const looked = ids[40] ?? '';
  await checkFirst(db, looked);
  await checkAll(undefined, 1);
  expect(await readRequest(db, looked)).toMatchObject({ receiptCheck: 'fits' });
  expect(await listMessages(db, looked)).toMatchObject([{ receiptCheck: 'fits' }]);
  expect(await countChecked()).toBe(1);
});

test('two tabs do not both check everything', async () => {
  await pullAll((await signAll(service, makeIds())).map(asChange));
  const locks = queueLocks();
  let turns = 0;
  const tab = () =>
    checkBatches(
      contextWith({}).context,
      (check) => {
        turns += 1;
        return takeTurn(locks, syncLockOf(db), check);
      },
      async () => undefined,
    );
  await Promise.all([tab(), tab()]);
  expect(await countChecked()).toBe(MANY);
  // The tab that waits for the last batch finds none.
  expect(turns).toBeLessThanOrEqual(BATCHES + 1);
});

test('a key that is newer than the device’s is asked for once, whatever the number of receipts', async () => {
  const newer = await createReceiptSigner();
  await pullAll((await signAll(newer, makeIds())).map(asChange));
  expect(await checkAll(json(newer.keys))).toBe(1);
  expect(await countChecked()).toBe(MANY);
});

test('a key that is none of the service’s is asked for once in a run, and again with the next news', async () => {
  const [id = '', ...others] = makeIds();
  const foreign = await createReceiptSigner();
  await pullAll((await signAll(foreign, [id, ...others])).map(asChange));
  expect(await checkAll()).toBe(1);
  expect((await readRequest(db, id))?.receiptCheck).toBe('unknownKey');
  const page = { cursor: 'next', more: false, serverTime: NOON.toISOString() };
  const news = asChange(registeredRequest(crypto.randomUUID()));
  const rules = {
    'GET /changes': json({ ...page, changes: [news] }),
    'GET /receipt-keys': json(foreign.keys),
  };
  await pull(contextWith(rules).context);
  expect(await countChecked()).toBe(MANY);
});

test('where the service cannot be asked for its first keys, nothing is called signed until it can', async () => {
  await pullAll((await signAll(service, makeIds())).map(asChange));
  device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  expect(await checkAll(dropped)).toBe(1);
  expect(await countChecked()).toBe(0);
  await checkAll();
  expect(await countChecked()).toBe(MANY);
});
