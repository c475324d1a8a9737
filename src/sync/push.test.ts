import { beforeEach, describe, expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  dropped,
  problem,
  registered,
  type ScriptedServer,
  scriptServer,
} from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readSyncState } from '../db/core/metadata.ts';
import { isOpen, readDraft } from '../db/drafts/drafts.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { listWaiting, releaseWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { readRequest } from '../db/requests/requests.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

let db: CitizenDatabase;
let now: Date;

beforeEach(() => {
  db = openMemoryDatabase();
  now = NOON;
});

function contextWith({ server }: ScriptedServer, timeoutMs = 60_000): SyncContext {
  return createTestSyncContext({
    db,
    api: createApiClient('http://e-clic.test', server, timeoutMs),
    now: () => now,
  });
}

function pass(ms: number): void {
  now = new Date(now.getTime() + ms);
}

test('a submitted draft becomes a request with a reference, and leaves the outbox', async () => {
  const id = await submitCompleteDraft(db);
  await push(contextWith(scriptServer({ 'PUT /requests': registered(registeredRequest(id)) })));

  expect(await readRequest(db, id)).toMatchObject({ reference: 'EC-2026-0000124', justReceived: 1 });
  expect(await readDraft(db, id)).toBeUndefined();
  expect(await listWaiting(db)).toEqual([]);
});

test('the idempotency key is the id and the revision, whatever happens to the answer', async () => {
  const id = await submitCompleteDraft(db);
  const keys: (string | null)[] = [];
  const lostThenSame = scriptServer({
    'PUT /requests': [
      (request) => {
        keys.push(request.headers.get('Idempotency-Key'));
        throw new TypeError('The answer was lost');
      },
      (request) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return Response.json(registeredRequest(id));
      },
    ],
  });
  await push(contextWith(lostThenSame));
  expect(await listWaiting(db)).toMatchObject([{ waitReason: 'noConnection', attempts: 1, sending: 0 }]);

  pass(20_000);
  await push(contextWith(lostThenSame));
  expect(keys).toEqual([`"${id}:1"`, `"${id}:1"`]);
  expect(await readRequest(db, id)).toBeDefined();
});

test('without a network one entry is tried and the others wait as long', async () => {
  await submitCompleteDraft(db);
  await submitCompleteDraft(db);
  await submitCompleteDraft(db);
  await submitCompleteDraft(db);
  const offline = scriptServer({ 'PUT /requests': dropped });
  await push(contextWith(offline));

  expect(offline.calls.length).toBeLessThan(4);
  expect(await listWaiting(db)).toHaveLength(4);
  expect((await readSyncState(db)).connection).toBe('noConnection');
  const calls = offline.calls.length;
  await push(contextWith(offline));
  expect(offline.calls.length).toBe(calls);
});

test('a network that is gone ends the round, also where chance lets nothing wait', async () => {
  for (let n = 0; n < 8; n += 1) await submitCompleteDraft(db);
  const offline = scriptServer({ 'PUT /requests': dropped });
  await push({ ...contextWith(offline), random: () => 0 });

  expect(offline.calls.length).toBeLessThan(4);
});

test('a first attempt so slow that it ends after the second changes nothing', async () => {
  const id = await submitCompleteDraft(db);
  let finishFirst: (response: Response) => void = () => undefined;
  const slow = (request: Request) =>
    new Promise<Response>((resolve, reject) => {
      finishFirst = resolve;
      request.signal.addEventListener('abort', () => reject(request.signal.reason));
    });
  const server = scriptServer({ 'PUT /requests': [slow, registered(registeredRequest(id))] });
  await push(contextWith(server, 5));
  expect(await listWaiting(db)).toMatchObject([{ attempts: 1, waitReason: 'noConnection' }]);

  pass(20_000);
  await push(contextWith(server));
  finishFirst(Response.json(registeredRequest(id), { status: 201 }));
  expect(await db.requests.count()).toBe(1);
  expect(await listWaiting(db)).toEqual([]);
});

test('a key that the server knows with other content is told, and the draft opens again', async () => {
  const id = await submitCompleteDraft(db);
  await push(contextWith(scriptServer({ 'PUT /requests': problem('key-reused', 422) })));
  expect((await readDraft(db, id))?.refusal).toMatchObject({ type: 'key-reused' });
  expect(isOpen(await readDraft(db, id))).toBe(true);
});

test('an entry that makes the server fail does not hold the others', async () => {
  const poison = await submitCompleteDraft(db, 'Este pedido faz o servidor falhar.');
  pass(1);
  const healthy = await submitCompleteDraft(db, 'Este pedido está bem.', now);
  const server = scriptServer({
    [`PUT /requests/${poison}`]: problem('unavailable', 503),
    [`PUT /requests/${healthy}`]: registered(
      registeredRequest(healthy, { description: 'Este pedido está bem.' }),
    ),
  });
  await push(contextWith(server));

  expect(await readRequest(db, healthy)).toBeDefined();
  expect(await listWaiting(db)).toMatchObject([{ requestId: poison, waitReason: 'serverDown' }]);
});

test('what the server refuses is a draft again, with the reasons', async () => {
  const id = await submitCompleteDraft(db);
  const issues = [{ field: 'description', code: 'descriptionTooShort', params: { min: 10 } }];
  await push(contextWith(scriptServer({ 'PUT /requests': problem('validation', 422, { issues }) })));

  const draft = await readDraft(db, id);
  expect(isOpen(draft)).toBe(true);
  expect(draft?.refusal).toMatchObject({ type: 'validation', issues });
  expect(await listWaiting(db)).toEqual([]);
});

describe('when the session has ended', () => {
  test('everything pauses until its owner signs in, and then goes', async () => {
    const id = await submitCompleteDraft(db);
    const server = scriptServer({
      'PUT /requests': [problem('owner-mismatch', 403), registered(registeredRequest(id))],
    });
    await push(contextWith(server));
    pass(24 * 3_600_000);
    await push(contextWith(server));
    expect(server.calls).toHaveLength(1);
    expect((await readSyncState(db)).connection).toBe('signedOut');

    await releaseWaiting(db, now);
    await push(contextWith(server));
    expect(await readRequest(db, id)).toBeDefined();
  });
});

test('a clock that was days ahead does not make an entry wait for days', async () => {
  const id = await submitCompleteDraft(db);
  await db.outbox.toCollection().modify({ nextAttemptAt: now.getTime() + 5 * 24 * 3_600_000 });
  const server = scriptServer({ 'PUT /requests': registered(registeredRequest(id)) });
  await push(contextWith(server));
  pass(3_600_000);
  await push(contextWith(server));
  expect(await readRequest(db, id)).toBeDefined();
});

test('words written after taking back what had arrived after all stay as a draft of their own', async () => {
  const id = await submitCompleteDraft(db);
  await push(contextWith(scriptServer({ 'PUT /requests': dropped })));
  expect(await takeBack(db, id, now)).toBe(true);
  const draft = await readDraft(db, id);
  const patch = { description: 'Escrevi outra coisa, que não pode perder-se.' };
  await saveDraft(db, id, { patch, baseRevision: draft?.revision ?? 0, writer: 'test' }, now);
  await submitDraft(db, id, now);

  const server = scriptServer({
    'PUT /requests': () => Response.json(registeredRequest(id)),
  });
  await push(contextWith(server));

  expect(await readRequest(db, id)).toBeDefined();
  expect(await db.drafts.toArray()).toMatchObject([
    { copyOf: id, description: patch.description, submittedAt: null },
  ]);
});
