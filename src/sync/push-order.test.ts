import { beforeEach, describe, expect, test } from 'vitest';
import {
  attachPdf,
  citizenMessage,
  NOON,
  registeredRequest,
  submitCompleteDraft,
  writeReply,
} from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  json,
  problem,
  registered,
  type ScriptedServer,
  scriptServer,
} from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { countWaiting, listWaiting, nextDueAt } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { markRead, rateAnswer, withdrawRequest } from '../db/requests/request-actions.ts';
import { readRequest, recordReceived } from '../db/requests/requests.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

const REQUEST: string = crypto.randomUUID();
const OTHER: string = crypto.randomUUID();
let db: CitizenDatabase;
let now: Date;

beforeEach(async () => {
  db = openMemoryDatabase();
  now = NOON;
  await recordReceived(
    db,
    registeredRequest(REQUEST, { state: 'awaitingCitizen', lastMessageAt: NOON.toISOString() }),
  );
});

function contextWith({ server }: ScriptedServer): SyncContext {
  return createTestSyncContext({ db, server, now: () => now });
}

function pass(ms: number): void {
  now = new Date(now.getTime() + ms);
}

async function submittedReply(requestId = REQUEST): Promise<string> {
  const id = await writeReply(db, requestId, { now });
  await submitDraft(db, id, now);
  return id;
}

const pathOf = (messageId: string, requestId = REQUEST) => `PUT /requests/${requestId}/messages/${messageId}`;

describe('what is said of one request', () => {
  test('goes in the order in which it was said, and on to the next in the same round', async () => {
    const id = await submittedReply();
    await withdrawRequest(db, REQUEST, now);
    await rateAnswer(db, REQUEST, { helpful: true, comment: '' }, now);
    const withdrawn = registeredRequest(REQUEST, {
      state: 'withdrawn',
      updatedAt: '2026-11-25T13:00:00.000Z',
    });
    const server = scriptServer({
      [pathOf(id)]: [problem('unavailable', 503), json(citizenMessage(id, REQUEST), 201)],
      'PUT /requests': json(withdrawn),
    });
    await push(contextWith(server));
    expect(server.calls).toEqual([pathOf(id)]);
    // No entry may be due before the reply is, or the device would start round after round.
    expect(await nextDueAt(db)).toBeGreaterThan(now.getTime());

    pass(20_000);
    await push(contextWith(server));
    const about = `PUT /requests/${REQUEST}`;
    expect(server.calls).toEqual([pathOf(id), pathOf(id), `${about}/withdrawal`, `${about}/rating`]);
    expect(await listWaiting(db, REQUEST)).toEqual([]);
    expect((await readRequest(db, REQUEST))?.state).toBe('withdrawn');
  });

  test('keeps its order when the device’s clock is set back in between', async () => {
    const id = await submittedReply();
    pass(-86_400_000);
    await withdrawRequest(db, REQUEST, now);
    expect((await listWaiting(db, REQUEST)).map(({ command }) => command.type)).toEqual([
      'sendReply',
      'withdraw',
    ]);
    pass(86_400_000);
    const server = scriptServer({
      [pathOf(id)]: json(citizenMessage(id, REQUEST)),
      'PUT /requests': json(registeredRequest(REQUEST, { state: 'withdrawn' })),
    });
    await push(contextWith(server));
    expect(server.calls).toEqual([pathOf(id), `PUT /requests/${REQUEST}/withdrawal`]);
  });

  test('does not hold what is said of another, nor what was read', async () => {
    const poison = await submittedReply();
    await markRead(db, REQUEST, NOON.toISOString(), now);
    const healthy = await submittedReply(OTHER);
    const server = scriptServer({
      [pathOf(poison)]: problem('unavailable', 503),
      [pathOf(healthy, OTHER)]: json(citizenMessage(healthy, OTHER), 201),
      [`PUT /requests/${REQUEST}/read-mark`]: json(registeredRequest(REQUEST)),
    });
    await push(contextWith(server));
    expect(await listMessages(db, OTHER)).toHaveLength(1);
    expect(await db.outbox.toArray()).toMatchObject([
      { command: { messageId: poison }, waitReason: 'serverDown' },
    ]);
  });

  test('waits for bytes that are missing here, and lets other requests go on', async () => {
    const id = await writeReply(db, REQUEST);
    await attachPdf(db, id);
    await submitDraft(db, id, now);
    await db.chunks.clear();
    const healthy = await submittedReply(OTHER);
    const server = scriptServer({
      'POST /uploads': () => new Response(null, { status: 201, headers: { Location: '/api/v1/uploads/u1' } }),
      'HEAD /uploads/u1': () => new Response(null, { headers: { 'Upload-Offset': '0' } }),
      [pathOf(healthy, OTHER)]: json(citizenMessage(healthy, OTHER), 201),
    });
    await push(contextWith(server));
    expect(await listWaiting(db)).toMatchObject([
      { waitReason: 'missingBytes', missingFileName: 'fatura.pdf' },
    ]);
    expect(await listMessages(db, OTHER)).toHaveLength(1);
  });

  test('goes on where a message before it lacks bytes: it can only be submitted anew, behind what was said since', async () => {
    const id = await writeReply(db, REQUEST);
    await attachPdf(db, id);
    await submitDraft(db, id, now);
    await db.chunks.clear();
    await withdrawRequest(db, REQUEST, now);
    const server = scriptServer({
      'POST /uploads': () => new Response(null, { status: 201, headers: { Location: '/api/v1/uploads/u1' } }),
      'HEAD /uploads/u1': () => new Response(null, { headers: { 'Upload-Offset': '0' } }),
      [`PUT /requests/${REQUEST}/withdrawal`]: json(registeredRequest(REQUEST, { state: 'withdrawn' })),
    });
    await push(contextWith(server));
    expect(await listWaiting(db)).toMatchObject([{ command: { messageId: id }, waitReason: 'missingBytes' }]);
    expect((await readRequest(db, REQUEST))?.state).toBe('withdrawn');
  });

  test('goes only after the request itself', async () => {
    const requestId = await submitCompleteDraft(db);
    const id = await submittedReply(requestId);
    const server = scriptServer({
      [pathOf(id, requestId)]: json(citizenMessage(id, requestId), 201),
      [`PUT /requests/${requestId}`]: [problem('unavailable', 503), registered(registeredRequest(requestId))],
    });
    await push(contextWith(server));
    expect(server.calls).toEqual([`PUT /requests/${requestId}`]);
    pass(20_000);
    await push(contextWith(server));
    expect(server.calls.slice(1)).toEqual([`PUT /requests/${requestId}`, pathOf(id, requestId)]);
    expect(await listWaiting(db)).toEqual([]);
  });
});

test('what a newer build left, and this one does not know, holds nothing and waits for that build', async () => {
  const id = await submittedReply();
  const [known] = await db.outbox.toArray();
  const newer = { ...known, commandId: 'newer', queuedAt: '2026-01-01T00:00:00.000Z' };
  await db.table('outbox').add({ ...newer, command: { type: 'askToBeCalled', phone: '910000000' } });
  const server = scriptServer({ [pathOf(id)]: json(citizenMessage(id, REQUEST), 201) });
  await push(contextWith(server));
  expect(server.calls).toEqual([pathOf(id)]);
  expect(await db.outbox.toCollection().primaryKeys()).toEqual(['newer']);
  expect([await listWaiting(db), await nextDueAt(db)]).toEqual([[], undefined]);
  // A citizen who is about to erase everything is told of it.
  expect(await countWaiting(db)).toBe(1);
});
