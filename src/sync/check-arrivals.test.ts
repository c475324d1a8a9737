import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change, CitizenRequest } from '../../contract/types.ts';
import { citizenMessage, NOON, registeredRequest } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { createReceiptSigner, type ReceiptSigner } from '../../testing/receipt-signer.ts';
import { type Answer, dropped, json, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { readKeptReceiptKeys } from '../db/core/receipt-keys.ts';
import { listMessages } from '../db/requests/messages.ts';
import { readRequest } from '../db/requests/requests.ts';
import { pull } from './pull.ts';

let db: CitizenDatabase;
let device: DeviceDatabase;
let service: ReceiptSigner;
const id = '0198c5a0-0000-7000-8000-000000000124';

beforeEach(async () => {
  db = openMemoryDatabase();
  device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  service = await createReceiptSigner();
});

function contextWith(rules: Record<string, Answer | Answer[]>) {
  const { server, calls } = scriptServer(rules);
  return { calls, context: createTestSyncContext({ db, server, device, now: () => NOON }) };
}

let pages = 0;

function page(...changes: Change[]): Answer {
  pages += 1;
  return json({ changes, cursor: String(pages), more: false, serverTime: NOON.toISOString() });
}

const pageOf = (request: CitizenRequest) => page({ type: 'request', request });

/** Reads a feed from the service, which also has keys, and returns how often it was asked for them. */
async function pullFrom(changes: Answer, keys: Answer | Answer[] = json(service.keys)): Promise<number> {
  const { context, calls } = contextWith({ 'GET /changes': changes, 'GET /receipt-keys': keys });
  await pull(context);
  return calls.filter((call) => call === 'GET /receipt-keys').length;
}

const checkOf = async () => (await readRequest(db, id))?.receiptCheck;

test('receipts of a request, its withdrawal and its messages are checked as they come, kept, and noted to fit', async () => {
  const at = '2026-11-25T13:00:00.000Z';
  const withdrawn = { state: 'withdrawn', at, officeName: 'Centro de contacto e-Clic' } as const;
  const { history } = registeredRequest(id);
  const request = await service.signRequest(
    registeredRequest(id, { state: 'withdrawn', history: [...history, withdrawn], updatedAt: at }),
  );
  const message = await service.signMessage(citizenMessage(crypto.randomUUID(), id), request.reference);
  // A message may come before its request.
  const asked = await pullFrom(page({ type: 'message', message }, { type: 'request', request }));

  expect(await readRequest(db, id)).toMatchObject({
    receipt: request.receipt,
    receiptCheck: 'fits',
    withdrawalCheck: 'fits',
  });
  expect(await listMessages(db, id)).toMatchObject([{ receipt: message.receipt, receiptCheck: 'fits' }]);
  expect([asked, await readKeptReceiptKeys(device)]).toEqual([1, service.keys]);
});

describe('a receipt does not fit', () => {
  const request = registeredRequest(id);

  test.each<[string, () => Promise<CitizenRequest>]>([
    [
      'where it is of other words',
      async () => ({
        ...(await service.signRequest(request)),
        description: 'Outras palavras, que não escrevi.',
      }),
    ],
    [
      'where it is of another time',
      async () => ({ ...(await service.signRequest(request)), receivedAt: '2026-11-26T12:00:00.000Z' }),
    ],
    [
      'where it is of other files',
      async () => {
        const file = { id: crypto.randomUUID(), name: 'a.pdf', size: 1, type: 'application/pdf' };
        const attachments = [{ ...file, sha256: 'a'.repeat(64) }];
        return { ...(await service.signRequest(request)), attachments };
      },
    ],
    [
      'where it is another request’s',
      async () => {
        const other = await service.signRequest(registeredRequest(crypto.randomUUID()));
        return { ...request, ...(other.receipt && { receipt: other.receipt }) };
      },
    ],
    ['where it is none', async () => ({ ...request, receipt: 'eyJ.eyJ.x' })],
  ])('%s; nothing of the request is hidden', async (_why, make) => {
    const arrived = await make();
    await pullFrom(pageOf(arrived));
    expect(await readRequest(db, id)).toMatchObject({
      description: arrived.description,
      receipt: arrived.receipt,
      receiptCheck: 'doesNotFit',
    });
  });
});

test.each<[string, () => Promise<CitizenRequest>]>([
  [
    'where a key signed it that is not the service’s',
    async () => (await createReceiptSigner()).signRequest(registeredRequest(id)),
  ],
  [
    'where another service signed it, even with the same key',
    async () => {
      const foreign = await createReceiptSigner('https://outro-servico.example');
      service = { ...foreign, keys: { ...foreign.keys, issuers: service.keys.issuers } };
      return foreign.signRequest(registeredRequest(id));
    },
  ],
])('%s, no key of the service has signed it as far as it says, and it is asked again', async (_why, make) => {
  const receiptOf = await make();
  await pullFrom(pageOf(receiptOf));
  expect([(await readRequest(db, id))?.receipt, await checkOf()]).toEqual([receiptOf.receipt, 'unknownKey']);
  expect(await pullFrom(pageOf(registeredRequest(crypto.randomUUID())))).toBe(1);
  expect(await checkOf()).toBe('unknownKey');
});

test('a key that something in between did not tell of yet is believed once it is told', async () => {
  const newer = await createReceiptSigner();
  await pullFrom(pageOf(await newer.signRequest(registeredRequest(id))));
  expect(await checkOf()).toBe('unknownKey');
  await pullFrom(pageOf(registeredRequest(crypto.randomUUID())), json(newer.keys));
  expect(await checkOf()).toBe('fits');
});

test('a receipt that cannot be checked when it comes says nothing, and is checked with what comes next', async () => {
  await pullFrom(pageOf(await service.signRequest(registeredRequest(id))), dropped);
  expect([(await readRequest(db, id))?.receipt, await checkOf()]).toEqual([expect.any(String), undefined]);
  const other = await service.signRequest(registeredRequest(crypto.randomUUID()));
  await pullFrom(pageOf(other));
  expect(await checkOf()).toBe('fits');
});

test('after a rotation the device asks for the new key once; what was signed before is checked without asking', async () => {
  await pullFrom(pageOf(await service.signRequest(registeredRequest(id))));
  const before = service;
  const after = await createReceiptSigner();
  const keys = { ...after.keys, keys: [...after.keys.keys, ...before.keys.keys] };
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const changes = await Promise.all(
    [one, two].map(
      async (each): Promise<Change> => ({
        type: 'request',
        request: await after.signRequest(registeredRequest(each)),
      }),
    ),
  );
  expect(await pullFrom(page(...changes), json(keys))).toBe(1);
  expect((await readRequest(db, two))?.receiptCheck).toBe('fits');
  const older = await before.signRequest(registeredRequest(crypto.randomUUID()));
  expect(await pullFrom(pageOf(older), dropped)).toBe(0);
  expect((await readRequest(db, older.id))?.receiptCheck).toBe('fits');
});

test('a server that signs nothing is asked for no keys', async () => {
  expect(await pullFrom(pageOf(registeredRequest(id)))).toBe(0);
  expect(await checkOf()).toBeUndefined();
});
