import { beforeEach, expect, test } from 'vitest';
import { NOON, writeReply } from '../../testing/builders.ts';
import { createFaultyTab, type NetworkFault } from '../../testing/faulty-network.ts';
import { registerFollowedRequest } from '../../testing/follow-up-world.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { PRETEND_ORIGIN, type PretendAccount, signInMaria } from '../../testing/pretend-account.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import { playOffice } from '../api/demo-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isOpen, readDraft } from '../db/drafts/drafts.ts';
import { releaseWaiting } from '../db/outbox/outbox.ts';
import { readRefusedActions } from '../db/outbox/refusals.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { listMessages } from '../db/requests/messages.ts';
import { markRead, rateAnswer, withdrawRequest } from '../db/requests/request-actions.ts';
import { readRequest } from '../db/requests/requests.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

let maria: PretendAccount;
let db: CitizenDatabase;
let requestId: string;
let now: Date;

beforeEach(async () => {
  now = NOON;
  maria = await signInMaria(() => now);
  db = openMemoryDatabase(maria.citizenId);
  ({ requestId } = await registerFollowedRequest(maria));
  await pull(contextWith([]));
});

function contextWith(faults: NetworkFault[]): SyncContext {
  return createTestSyncContext({
    db,
    api: createApiClient(PRETEND_ORIGIN, createFaultyTab(maria.server, faults).server),
    now: () => now,
  });
}

async function round(...faults: NetworkFault[]): Promise<void> {
  now = new Date(now.getTime() + 60_000);
  await releaseWaiting(db, now);
  await push(contextWith(faults));
  await pull(contextWith([]));
}

async function historyOf() {
  return (await readRequest(db, requestId))?.history.map(({ state }) => state);
}

test('a withdrawal whose answer was lost and that is repeated has one effect', async () => {
  await withdrawRequest(db, requestId, now);
  await push(contextWith(['lostAnswer']));
  expect(await db.outbox.count()).toBe(1);
  now = new Date(now.getTime() + 60_000);
  await push(contextWith(['lostAnswer']));
  await round();
  expect(await db.outbox.count()).toBe(0);
  expect(await historyOf()).toEqual(['registered', 'inReview', 'withdrawn']);
});

test('a withdrawal that crosses the clerk’s answer is refused with a reason, and the answer is there', async () => {
  await withdrawRequest(db, requestId, now);
  await playOffice(maria.api, requestId, 'answer');
  await round();
  expect(await readRefusedActions(db, requestId)).toMatchObject([
    { command: 'withdraw', type: 'state-forbids' },
  ]);
  expect((await readRequest(db, requestId))?.state).toBe('answered');
  expect(await listMessages(db, requestId)).toMatchObject([{ author: 'office', purpose: 'answer' }]);
});

test('a reply that crosses the clerk’s answer is a draft again with its words, and the answer is there', async () => {
  await playOffice(maria.api, requestId, 'ask');
  const id = await writeReply(db, requestId);
  await submitDraft(db, id, now);
  await playOffice(maria.api, requestId, 'answer');
  await round();
  const draft = await readDraft(db, id);
  expect(isOpen(draft)).toBe(true);
  expect(draft?.refusal).toMatchObject({ type: 'state-forbids' });
  expect((await readRequest(db, requestId))?.state).toBe('answered');
});

test('two tabs that submit the same reply and send it at once make one message', async () => {
  await playOffice(maria.api, requestId, 'ask');
  const id = await writeReply(db, requestId);
  await Promise.all([submitDraft(db, id, now), submitDraft(db, id, now)]);
  await Promise.all([push(contextWith([])), push(contextWith([])), push(contextWith(['lostAnswer']))]);
  await round();
  expect((await listMessages(db, requestId)).filter(({ author }) => author === 'citizen')).toMatchObject([
    { id },
  ]);
  expect(await historyOf()).toEqual(['registered', 'inReview', 'awaitingCitizen', 'inReview']);
  expect([await db.outbox.count(), await readDraft(db, id)]).toEqual([0, undefined]);
});

test('a rating and a read mark reach the server, and it says so to the other devices', async () => {
  await playOffice(maria.api, requestId, 'answer');
  await round();
  const answeredAt = (await readRequest(db, requestId))?.lastMessageAt ?? '';
  await markRead(db, requestId, answeredAt, now);
  await rateAnswer(db, requestId, { helpful: true, comment: 'Percebi.' }, now);
  await round('lostAnswer', 'lostAnswer');
  await round();
  const phone = openMemoryDatabase(maria.citizenId);
  await pull({ ...contextWith([]), db: phone });
  expect(await readRequest(phone, requestId)).toMatchObject({
    unread: 0,
    readUpTo: answeredAt,
    rating: { helpful: true, comment: 'Percebi.' },
  });
});
