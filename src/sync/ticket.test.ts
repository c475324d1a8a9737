import { beforeEach, describe, expect, test } from 'vitest';
import type { CitizenRequest } from '../../contract/types.ts';
import {
  attachPdf,
  NOON,
  pdfBytes,
  submitCompleteDraft,
  writeCompleteDraft,
  writeReply,
} from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  createPretendServer,
  MARIA_NISS,
  type PretendAccount,
  signInAs,
} from '../../testing/pretend-account.ts';
import { signInAtServer } from '../../testing/sign-in.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import { playOffice } from '../api/demo-calls.ts';
import { getRequest } from '../api/request-calls.ts';
import { endSession } from '../api/session-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { patchSyncState, readSyncState } from '../db/core/metadata.ts';
import { saveDraft } from '../db/drafts/save-draft.ts';
import { hasDue } from '../db/outbox/attempts.ts';
import { listWaiting, releaseWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { tryNow } from '../db/outbox/try-now.ts';
import { listMessages } from '../db/requests/messages.ts';
import { rateAnswer, withdrawRequest } from '../db/requests/request-actions.ts';
import { readRequest } from '../db/requests/requests.ts';
import { pull } from './pull.ts';
import { push, sendAll } from './push.ts';
import type { SyncContext } from './sync-context.ts';

let account: PretendAccount;
let db: CitizenDatabase;
let now: Date;
let context: SyncContext;

beforeEach(async () => {
  now = NOON;
  account = await signInAs(
    MARIA_NISS,
    createPretendServer(() => now),
  );
  db = openMemoryDatabase(account.citizenId);
  context = createTestSyncContext({ db, api: account.api, now: () => now });
});

/** Ends the session because nobody used it; the page knows that it is over. */
async function endIdle(): Promise<void> {
  await endSession(account.api, { idle: true });
  await patchSyncState(db, { connection: 'signedOut' });
}

async function signInAgain(): Promise<void> {
  await signInAtServer(account.api);
  await releaseWaiting(db, now);
}

/** Submits a request and has the office review it and act on it. */
async function followed(...actions: Parameters<typeof playOffice>[2][]): Promise<string> {
  const id = await submitCompleteDraft(db);
  await push(context);
  for (const action of ['review', ...actions] as const) await playOffice(account.api, id, action);
  await pull(context);
  return id;
}

async function readAtServer(id: string): Promise<CitizenRequest> {
  const answer = await getRequest(account.api, id);
  if (answer.kind !== 'accepted') throw new Error('The server does not have it');
  return answer.value;
}

/** Leaves out what only the server can say, which comes with the next session. */
function known(request: CitizenRequest | undefined) {
  if (!request) return undefined;
  const { id, reference, revision, kind, onBehalfOf, description, complaint, topic, attachments } = request;
  const { state, receivedAt, dueOn, deadlinePaused, updatedAt, history } = request;
  const steps = history.map(({ state, at }) => [state, at]);
  const words = { id, reference, revision, kind, onBehalfOf, description, complaint, topic, attachments };
  return { ...words, state, receivedAt, dueOn, deadlinePaused, updatedAt, steps };
}

describe('once the session has ended', () => {
  test('a request that was submitted before is received with its file, and known as the server has it', async () => {
    const id = await writeCompleteDraft(db);
    await attachPdf(db, id, pdfBytes(2_000_000));
    await submitDraft(db, id, now);
    await endIdle();
    await sendAll(context);
    const here = known(await readRequest(db, id));
    expect(await db.outbox.count()).toBe(0);
    expect(here).toMatchObject({ reference: expect.stringMatching(/^EC-/), state: 'registered' });
    expect((await readSyncState(db)).connection).toBe('signedOut');

    await signInAgain();
    await pull(context);
    expect(known(await readAtServer(id))).toEqual(here);
    expect(await readRequest(db, id)).toMatchObject(await readAtServer(id));
  });

  test('an answer to what was asked is in the thread, and is no longer asked for', async () => {
    const id = await followed('ask');
    now = new Date(now.getTime() + 60_000);
    await submitDraft(db, await writeReply(db, id, { now }), now);
    await endIdle();
    await push(context);
    const here = known(await readRequest(db, id));
    expect(here).toMatchObject({ state: 'inReview', deadlinePaused: false });
    expect(await listMessages(db, id)).toMatchObject([{ author: 'office' }, { author: 'citizen' }]);
    await signInAgain();
    expect(known(await readAtServer(id))).toEqual(here);
  });

  test('a withdrawal is done, and its request known as withdrawn', async () => {
    const id = await followed();
    await withdrawRequest(db, id, now);
    await endIdle();
    await push(context);
    const here = known(await readRequest(db, id));
    expect(here?.state).toBe('withdrawn');
    await signInAgain();
    expect(known(await readAtServer(id))).toEqual(here);
  });

  test('a rating waits for the session, and so does what was written after it; all else goes', async () => {
    const id = await followed('answer');
    await rateAnswer(db, id, { helpful: true, comment: '' }, now);
    await submitDraft(
      db,
      await writeReply(db, id, { purpose: 'followUp', now }),
      new Date(now.getTime() + 1),
    );
    const other = await submitCompleteDraft(db);
    // The page does not know yet that the session is over.
    await endSession(account.api, { idle: true });
    await push(context);
    expect(await readRequest(db, other)).toBeDefined();
    const waiting = await listWaiting(db);
    expect(waiting.map(({ command, waitReason }) => [command.type, waitReason])).toEqual([
      ['rate', 'signedOut'],
      ['sendReply', 'signedOut'],
    ]);
    await signInAgain();
    await push(context);
    expect(await db.outbox.count()).toBe(0);
  });

  test('what is submitted from then on waits for its owner, also where somebody presses to try', async () => {
    await endIdle();
    const id = await submitCompleteDraft(db);
    await tryNow(db, now);
    expect(await hasDue(db, now)).toBe(false);
    await sendAll(context);
    expect(await listWaiting(db)).toMatchObject([{ requestId: id, waitReason: 'signedOut', attempts: 0 }]);
    await signInAgain();
    await push(context);
    expect(await readRequest(db, id)).toBeDefined();
  });

  test('nothing goes once its ticket has ended too, and all of it goes with the next session', async () => {
    const id = await submitCompleteDraft(db);
    await endSession(account.api, { keeps: true });
    await patchSyncState(db, { connection: 'signedOut' });
    await push(context);
    expect(await listWaiting(db)).toMatchObject([{ waitReason: 'signedOut' }]);
    await signInAgain();
    await push(context);
    expect(await readRequest(db, id)).toBeDefined();
  });

  test('where something else had arrived under the same id, only the session tells, and no word is lost', async () => {
    const id = await submitCompleteDraft(db);
    const lost = createApiClient(account.api.origin, async (request) => {
      await account.server(request);
      throw new TypeError('The answer was lost');
    });
    await push({ ...context, api: lost });
    await takeBack(db, id, now);
    const patch = { description: 'Mudei o texto entretanto, e acrescentei isto.' };
    await saveDraft(db, id, { patch, baseRevision: 1, writer: 'test' }, now);
    await submitDraft(db, id, now);
    await endIdle();
    now = new Date(now.getTime() + 1);
    await push(context);
    // The new text was submitted before the session ended, but it is the first text that has arrived.
    expect(await listWaiting(db)).toMatchObject([{ requestId: id, waitReason: 'signedOut' }]);
    await signInAgain();
    await push(context);
    expect((await readRequest(db, id))?.description).not.toBe(patch.description);
    expect(await db.drafts.toArray()).toMatchObject([{ description: patch.description, submittedAt: null }]);
  });
});
