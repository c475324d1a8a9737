import { beforeEach, expect, test } from 'vitest';
import {
  attachPdf,
  citizenMessage,
  NOON,
  registeredRequest,
  submitCompleteDraft,
  writeReply,
} from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { dropped, json, problem, type ScriptedServer, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readSyncState } from '../db/core/metadata.ts';
import { isOpen, readDraft } from '../db/drafts/drafts.ts';
import { isRequestEntry } from '../db/outbox/commands.ts';
import { listWaiting, releaseWaiting } from '../db/outbox/outbox.ts';
import { readRefusedActions } from '../db/outbox/refusals.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { markRead, withdrawRequest } from '../db/requests/request-actions.ts';
import { readRequest, recordReceived } from '../db/requests/requests.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

const REQUEST: string = crypto.randomUUID();
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

test('a reply becomes a message of its request, and leaves the outbox', async () => {
  const id = await submittedReply();
  await push(contextWith(scriptServer({ [pathOf(id)]: json(citizenMessage(id, REQUEST), 201) })));
  expect(await listMessages(db, REQUEST)).toMatchObject([{ id, author: 'citizen' }]);
  expect(await readDraft(db, id)).toBeUndefined();
  expect(await listWaiting(db)).toEqual([]);
});

test('its key is its own id and revision, whatever happens to the answer', async () => {
  const id = await submittedReply();
  const keys: (string | null)[] = [];
  const server = scriptServer({
    [pathOf(id)]: [
      (request) => {
        keys.push(request.headers.get('Idempotency-Key'));
        throw new TypeError('The answer was lost');
      },
      (request) => {
        keys.push(request.headers.get('Idempotency-Key'));
        return Response.json(citizenMessage(id, REQUEST));
      },
    ],
  });
  await push(contextWith(server));
  expect(await listWaiting(db)).toMatchObject([{ waitReason: 'noConnection', attempts: 1 }]);
  pass(20_000);
  await push(contextWith(server));
  expect(keys).toEqual([`"${id}:1"`, `"${id}:1"`]);
  expect(await listMessages(db, REQUEST)).toHaveLength(1);
});

test('a reply that the request’s state forbids is a draft again, with the reason and its files', async () => {
  const id = await writeReply(db, REQUEST);
  await attachPdf(db, id);
  await db.attachments.toCollection().modify({ uploadId: 'u1' });
  await submitDraft(db, id, now);
  const offset = () => new Response(null, { headers: { 'Upload-Offset': '64' } });
  const server = scriptServer({ 'HEAD /uploads/u1': offset, [pathOf(id)]: problem('state-forbids', 409) });
  await push(contextWith(server));
  const draft = await readDraft(db, id);
  expect(isOpen(draft)).toBe(true);
  expect(draft?.refusal).toMatchObject({ type: 'state-forbids' });
  expect(await db.attachments.where('draftId').equals(id).count()).toBe(1);
  expect(await listWaiting(db)).toEqual([]);
});

test('what the server says of its text stands at the field that the editor shows', async () => {
  const id = await submittedReply();
  const issues = [{ field: 'body', code: 'descriptionTooShort', params: { min: 10 } }];
  await push(contextWith(scriptServer({ [pathOf(id)]: problem('validation', 422, { issues }) })));
  expect((await readDraft(db, id))?.refusal?.issues).toMatchObject([{ field: 'description' }]);
});

test('a withdrawal that the server refuses is explained, and what follows goes on', async () => {
  await withdrawRequest(db, REQUEST, now);
  const id = await submittedReply();
  const server = scriptServer({
    [pathOf(id)]: json(citizenMessage(id, REQUEST), 201),
    'PUT /requests': problem('state-forbids', 409),
  });
  await push(contextWith(server));
  expect(await readRefusedActions(db, REQUEST)).toMatchObject([
    { command: 'withdraw', type: 'state-forbids' },
  ]);
  expect(await listMessages(db, REQUEST)).toHaveLength(1);
});

test('under an ended session all of it pauses until its owner signs in, and then goes', async () => {
  const id = await submittedReply();
  await markRead(db, REQUEST, NOON.toISOString(), now);
  const server = scriptServer({
    [pathOf(id)]: [problem('signed-out', 401), json(citizenMessage(id, REQUEST), 201)],
    'PUT /requests': [problem('owner-mismatch', 403), json(registeredRequest(REQUEST))],
  });
  await push(contextWith(server));
  const calls = server.calls.length;
  pass(24 * 3_600_000);
  await push(contextWith(server));
  expect(server.calls).toHaveLength(calls);
  expect((await readSyncState(db)).connection).toBe('signedOut');
  expect(isOpen(await readDraft(db, id))).toBe(false);
  await releaseWaiting(db, now);
  await push(contextWith(server));
  expect(await db.outbox.count()).toBe(0);
});

test('under another’s session a withdrawal waits for its owner, and nobody is told that it was refused', async () => {
  await withdrawRequest(db, REQUEST, now);
  const withdrawn = registeredRequest(REQUEST, { state: 'withdrawn' });
  const server = scriptServer({ 'PUT /requests': [problem('owner-mismatch', 403), json(withdrawn)] });
  await push(contextWith(server));
  expect(await readRefusedActions(db, REQUEST)).toEqual([]);
  expect(await listWaiting(db)).toMatchObject([{ waitReason: 'signedOut' }]);
  await releaseWaiting(db, now);
  await push(contextWith(server));
  expect((await readRequest(db, REQUEST))?.state).toBe('withdrawn');
});

test('a read mark that is refused bothers nobody, and one without a network waits', async () => {
  await markRead(db, REQUEST, NOON.toISOString(), now);
  const server = scriptServer({ 'PUT /requests': [dropped, problem('not-found', 404)] });
  await push(contextWith(server));
  expect(await db.outbox.count()).toBe(1);
  pass(20_000);
  await push(contextWith(server));
  expect([await db.outbox.count(), await readRefusedActions(db, REQUEST)]).toEqual([0, []]);
  expect((await readRequest(db, REQUEST))?.unread).toBe(0);
});

test('what an older build froze is sent as it was', async () => {
  const id = await submitCompleteDraft(db);
  await db.outbox.toCollection().modify((entry) => {
    if (isRequestEntry(entry)) delete entry.command.content.complaint;
    Object.assign(entry.command, { payloadVersion: 1 });
  });
  let sent: unknown;
  const server = scriptServer({
    'PUT /requests': async (request) => {
      sent = await request.json();
      return Response.json(registeredRequest(id), { status: 201 });
    },
  });
  await push(contextWith(server));
  expect(sent).not.toHaveProperty('complaint');
  expect(sent).toMatchObject({ kind: 'information', attachments: [] });
  expect(await readRequest(db, id)).toBeDefined();
});
