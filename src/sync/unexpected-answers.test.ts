import { beforeEach, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { NOON, registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { type Answer, json, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { keepMetadata, readSyncState } from '../db/core/metadata.ts';
import { readLimits } from '../db/core/read-limits.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { readRequest } from '../db/requests/requests.ts';
import { pull, pullLimits } from './pull.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

const OTHER_LIMITS = { ...DEFAULT_LIMITS, attachmentsMaxCount: 3 };

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

function answering(rules: Record<string, Answer | Answer[]>): SyncContext {
  return createTestSyncContext({ db, server: scriptServer(rules).server, now: () => NOON });
}

test.each([
  ['nothing', {}],
  ['a list', []],
  ['one figure only', { attachmentsMaxCount: 3 }],
  ['a word for a figure', { ...OTHER_LIMITS, generalWorkingDays: 'dez' }],
  ['a figure below nothing', { ...OTHER_LIMITS, descriptionMaxGraphemes: -1 }],
  ['a holiday that is no day', { ...OTHER_LIMITS, extraHolidays: ['soon'] }],
])('limits of which the server says %s leave those in force', async (_name, answer) => {
  const context = answering({ 'GET /limits': json(answer) });
  await pullLimits(context);
  expect(await readLimits(db)).toEqual(DEFAULT_LIMITS);

  await keepMetadata(db, 'limits', OTHER_LIMITS);
  await pullLimits(context);
  expect(await readLimits(db)).toEqual(OTHER_LIMITS);
});

test('new limits are kept', async () => {
  await pullLimits(answering({ 'GET /limits': json(OTHER_LIMITS) }));
  expect(await readLimits(db)).toEqual(OTHER_LIMITS);
});

test('of a page of news with half a request nothing is stored, and it is asked for again', async () => {
  const whole = registeredRequest(crypto.randomUUID());
  const { state: _, ...half } = registeredRequest(crypto.randomUUID());
  const changes = [whole, half].map((request) => ({ type: 'request', request }));
  const page = { changes, cursor: '9', more: false, serverTime: NOON.toISOString() };
  await pull(answering({ 'GET /changes': json(page) }));

  expect(await readRequest(db, whole.id)).toBeUndefined();
  expect(await readSyncState(db)).toMatchObject({
    cursor: null,
    connection: 'serverDown',
    lastSuccessAt: null,
  });
});

test.each([
  ['no list', { cursor: '9', more: false, serverTime: NOON.toISOString() }],
  ['no cursor', { changes: [], more: false, serverTime: NOON.toISOString() }],
  ['no word of more', { changes: [], cursor: '9', serverTime: NOON.toISOString() }],
  ['no time', { changes: [], cursor: '9', more: false, serverTime: 'now' }],
])('a page of news with %s is not taken for one without news', async (_name, page) => {
  await pull(answering({ 'GET /changes': json(page) }));
  expect(await readSyncState(db)).toMatchObject({ cursor: null, connection: 'serverDown', clockOffsetMs: 0 });
});

test('what a newer server adds is let through', async () => {
  const request = { ...registeredRequest(crypto.randomUUID()), priority: 'high' };
  const changes = [{ type: 'request', request, why: 'new' }];
  await pull(
    answering({
      'GET /changes': json({ changes, cursor: '9', more: false, serverTime: NOON.toISOString(), next: null }),
    }),
  );
  expect(await readRequest(db, request.id)).toBeDefined();
  expect(await readSyncState(db)).toMatchObject({ cursor: '9', connection: 'reached' });
});

test('a request that is answered with something else goes on waiting', async () => {
  const id = await submitCompleteDraft(db);
  await push(answering({ 'PUT /requests': json({ id, reference: 'EC-2026-0000124' }, 201) }));
  expect(await listWaiting(db)).toMatchObject([{ requestId: id, waitReason: 'serverDown', sending: 0 }]);
  expect(await readRequest(db, id)).toBeUndefined();
});
