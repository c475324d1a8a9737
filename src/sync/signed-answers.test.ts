import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import {
  citizenMessage,
  NOON,
  REPLY,
  registeredRequest,
  submitCompleteDraft,
  writeReply,
} from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { createReceiptSigner, type ReceiptSigner } from '../../testing/receipt-signer.ts';
import { type Answer, json, registered, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { DeviceDatabase } from '../db/core/device-database.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { readRequest, recordReceived } from '../db/requests/requests.ts';
import { sendAll } from './push.ts';
import type { SyncContext } from './sync-context.ts';
import { takeInChanges } from './take-in-changes.ts';

let db: CitizenDatabase;
let device: DeviceDatabase;
let service: ReceiptSigner;

beforeEach(async () => {
  db = openMemoryDatabase();
  device = new DeviceDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  service = await createReceiptSigner();
});

function contextWith(rules: Record<string, Answer | Answer[]>): SyncContext {
  return createTestSyncContext({ db, server: scriptServer(rules).server, device, now: () => NOON });
}

test('a server that keeps and signs other words than were sent is found out, for good', async () => {
  const sent = await submitCompleteDraft(db);
  const altered = await service.signRequest(registeredRequest(sent, { description: 'Outras palavras.' }));
  const context = contextWith({
    'PUT /requests': registered(altered),
    'GET /receipt-keys': json(service.keys),
  });
  await sendAll(context);
  expect((await readRequest(db, sent))?.receiptCheck).toBe('doesNotFit');
  const news = { ...altered, state: 'inReview', updatedAt: '2026-11-25T13:00:00.000Z' } as const;
  const page = { cursor: '1', more: false, serverTime: NOON.toISOString() };
  await takeInChanges(contextWith({}), { ...page, changes: [{ type: 'request', request: news }] }, null);
  expect(await readRequest(db, sent)).toMatchObject({ state: 'inReview', receiptCheck: 'doesNotFit' });
});

test('what is received waits for no key: it is there before the service has said which it signs with', async () => {
  const sent = await submitCompleteDraft(db);
  const request = await service.signRequest(registeredRequest(sent));
  const says: ((answer: Response) => void)[] = [];
  const context = contextWith({
    'PUT /requests': registered(request),
    'GET /receipt-keys': () => new Promise((resolve) => says.push(resolve)),
  });
  const sending = sendAll(context);
  await expect.poll(async () => (await readRequest(db, sent))?.reference).toBe(request.reference);
  expect((await readRequest(db, sent))?.receiptCheck).toBeUndefined();
  await expect.poll(() => says).toHaveLength(1);
  says[0]?.(Response.json(service.keys));
  await sending;
  expect((await readRequest(db, sent))?.receiptCheck).toBe('fits');
});

test('a server that took an earlier revision signs that one, which is no fault of its receipt', async () => {
  const sent = await submitCompleteDraft(db);
  const earlier = await service.signRequest(
    registeredRequest(sent, { revision: 7, description: 'O que já tinha chegado.' }),
  );
  const context = contextWith({
    'PUT /requests': registered(earlier),
    'GET /receipt-keys': json(service.keys),
  });
  await sendAll(context);
  expect((await readRequest(db, sent))?.receiptCheck).toBe('fits');
});

test.each([
  ['fits', REPLY],
  ['doesNotFit', 'O que não escrevi.'],
] as const)('the receipt of a reply %s, which the server keeps as «%s»', async (check, body) => {
  const requestId: string = crypto.randomUUID();
  await recordReceived(db, registeredRequest(requestId, { state: 'awaitingCitizen' }));
  const id = await writeReply(db, requestId);
  await submitDraft(db, id, NOON);
  const message = await service.signMessage(citizenMessage(id, requestId, { body }), 'EC-2026-0000124');
  const rules = { 'PUT /requests': json(message, 201), 'GET /receipt-keys': json(service.keys) };
  await sendAll(contextWith(rules));
  expect(await listMessages(db, requestId)).toMatchObject([{ body, receiptCheck: check }]);
});

test.each([
  ['few', 1],
  ['many', 30],
])(
  'a server that says itself of %s requests that their receipts fit is not believed',
  async (_how, count) => {
    const said = { receiptCheck: 'fits', withdrawalCheck: 'fits' };
    const changes = Array.from({ length: count }, () => ({
      type: 'request' as const,
      request: { ...registeredRequest(crypto.randomUUID()), ...said },
    }));
    const page = { cursor: '1', more: false, serverTime: NOON.toISOString(), changes };
    await takeInChanges(contextWith({}), page, null);
    expect(await db.requests.count()).toBe(count);
    for (const row of await db.requests.toArray()) {
      expect(row).not.toHaveProperty('receiptCheck');
      expect(row).not.toHaveProperty('withdrawalCheck');
    }
  },
);
