import { beforeEach, expect, test } from 'vitest';
import type { Change, Message } from '../../contract/types.ts';
import { listRequests, NOON, registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  type Answer,
  dropped,
  json,
  noChanges,
  problem,
  scriptServer,
} from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readCounter } from '../db/core/counters.ts';
import { noteSessionOver, readSyncState } from '../db/core/metadata.ts';
import { readDraft } from '../db/drafts/drafts.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { listMessages } from '../db/requests/messages.ts';
import { readRequest } from '../db/requests/requests.ts';
import { pull } from './pull.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

async function pullFrom(rule: Answer | Answer[]): Promise<void> {
  const { server } = scriptServer({ 'GET /changes': rule });
  await pull(createTestSyncContext({ db, server, now: () => NOON, random: () => 0 }));
}

function page(changes: Change[], cursor: string, more = false): Answer {
  return json({ changes, cursor, more, serverTime: '2026-11-25T12:00:05.000Z' });
}

test('a request whose answer was lost comes back by the feed and is shown once', async () => {
  const id = await submitCompleteDraft(db);
  await pullFrom(page([{ type: 'request', request: registeredRequest(id) }], '7'));

  expect(await listRequests(db, 'inProgress', 10)).toHaveLength(1);
  expect(await readDraft(db, id)).toBeUndefined();
  expect(await listWaiting(db)).toEqual([]);
});

test('an office’s message arrives with its request, counts as unread, and is readable', async () => {
  const id = crypto.randomUUID();
  const sentAt = '2026-11-26T09:00:00.000Z';
  const request = registeredRequest(id, { state: 'answered', lastMessageAt: sentAt, updatedAt: sentAt });
  const message: Message = {
    id: crypto.randomUUID(),
    requestId: id,
    author: 'office',
    purpose: 'answer',
    officeName: 'Centro de contacto e-Clic',
    body: 'O seu pedido foi aceite.',
    attachments: [],
    sentAt,
  };
  await pullFrom([
    page([{ type: 'request', request }], '1', true),
    page([{ type: 'message', message }], '2'),
  ]);

  expect(await listMessages(db, id)).toMatchObject([{ body: 'O seu pedido foi aceite.' }]);
  expect(await readCounter(db, 'toRead')).toBe(1);
  expect(await readCounter(db, 'finished')).toBe(0);
  expect(await readSyncState(db)).toMatchObject({ cursor: '2', connection: 'reached', clockOffsetMs: 5_000 });
});

test('older news never undoes newer news', async () => {
  const id = crypto.randomUUID();
  const newer = registeredRequest(id, { state: 'inReview', updatedAt: '2026-11-27T09:00:00.000Z' });
  await pullFrom(page([{ type: 'request', request: newer }], '2'));
  await pullFrom(page([{ type: 'request', request: registeredRequest(id) }], '3'));
  expect((await readRequest(db, id))?.state).toBe('inReview');
});

test('the counters follow a request from group to group', async () => {
  const id = crypto.randomUUID();
  await pullFrom(page([{ type: 'request', request: registeredRequest(id) }], '1'));
  const asked = registeredRequest(id, { state: 'awaitingCitizen', updatedAt: '2026-11-27T09:00:00.000Z' });
  await pullFrom(page([{ type: 'request', request: asked }], '2'));
  expect(await readCounter(db, 'inProgress')).toBe(0);
  expect(await readCounter(db, 'needsYou')).toBe(1);
});

test('a cursor that the server no longer knows starts the feed over', async () => {
  await pullFrom(noChanges('old'));
  await pullFrom([problem('cursor-gone', 410), noChanges('new')]);
  expect((await readSyncState(db)).cursor).toBe('new');
});

test('that a cursor is gone is heard once, also where another tab has started over before', async () => {
  await pullFrom(noChanges('old'));
  const gone = problem('cursor-gone', 410);
  const asked: (string | null)[] = [];
  await pullFrom([
    async (request) => {
      await pullFrom([gone, noChanges('new')]);
      return gone(request);
    },
    (request) => {
      asked.push(new URL(request.url).searchParams.get('cursor'));
      return noChanges('newer')(request);
    },
  ]);
  expect(asked).toEqual(['new']);
});

test.each([
  ['never ends', page([], '7', true)],
  ['knows no cursor, not even its own,', problem('cursor-gone', 410)],
])('a feed that %s is not asked again and again', async (_name, answer) => {
  await pullFrom(noChanges('old'));
  let asked = 0;
  await pullFrom((request) => {
    asked += 1;
    if (asked > 9) throw new Error('The feed is asked without end.');
    return answer(request);
  });
  expect(asked).toBe(2);
});

test('a lost connection is told as such and keeps the cursor', async () => {
  await pullFrom(noChanges('5'));
  await pullFrom(dropped);
  expect(await readSyncState(db)).toMatchObject({ cursor: '5', connection: 'noConnection' });
});

test.each([
  ['gets no answer', dropped, null],
  ['finds the server down', problem('unavailable', 503), null],
  ['is refused', problem('validation', 422), null],
  ['is answered, which counts', noChanges('6'), '6'],
])('a session that ends while a call is on its way stays over where it %s', async (_, answer, cursor) => {
  await pullFrom(async (request) => {
    await noteSessionOver(db);
    return answer(request);
  });
  expect(await readSyncState(db)).toMatchObject({ connection: 'signedOut', cursor });
});

test('a first pull that is cut off anywhere goes on from there and ends with every request, each once', async () => {
  const pages = Array.from({ length: 5 }, (_, index) =>
    page(
      Array.from({ length: 20 }, () => ({
        type: 'request',
        request: registeredRequest(crypto.randomUUID()),
      })),
      String(index + 1),
      index < 4,
    ),
  );
  const asked: (string | null)[] = [];
  let isCutOff = true;
  const feed: Answer = (request) => {
    const cursor = new URL(request.url).searchParams.get('cursor');
    asked.push(cursor);
    isCutOff = !isCutOff;
    return (
      (isCutOff ? dropped : pages[Number(cursor)])?.(request) ?? Promise.reject(new Error('No such page'))
    );
  };
  let rounds = 0;
  for (; (await readSyncState(db)).cursor !== '5'; rounds += 1) await pullFrom(feed);
  expect(rounds).toBe(5);
  expect(asked).toEqual([null, '1', '1', '2', '2', '3', '3', '4', '4']);
  expect(await readCounter(db, 'inProgress')).toBe(100);
  expect(await listRequests(db, 'inProgress', 1_000)).toHaveLength(100);
});

test('a page with old and new requests, and with one that comes twice, counts each once and as it last stood', async () => {
  const [old, fresh, twice] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await pullFrom(page([{ type: 'request', request: registeredRequest(old) }], '1'));
  const sentAt = '2026-11-26T09:00:00.000Z';
  const answered = { state: 'answered', lastMessageAt: sentAt, updatedAt: sentAt } as const;
  const changes = [
    registeredRequest(twice),
    registeredRequest(fresh),
    registeredRequest(old, answered),
    registeredRequest(twice, answered),
  ].map((request): Change => ({ type: 'request', request }));
  await pullFrom(page(changes, '2'));

  expect((await listRequests(db, 'inProgress', 10)).map(({ id }) => id)).toEqual([fresh]);
  expect((await listRequests(db, 'toRead', 10)).map(({ id }) => id).sort()).toEqual([old, twice].sort());
  const counts = ['toRead', 'inProgress', 'finished'] as const;
  expect(await Promise.all(counts.map((name) => readCounter(db, name)))).toEqual([2, 1, 0]);
});
