import { beforeEach, expect, test } from 'vitest';
import type { RequestSubmission } from '../../contract/types.ts';
import { DEFAULT_DAY_LIMITS } from '../../domain/day-limits.ts';
import { NOON, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  createPretendServer,
  MARIA_NISS,
  type PretendAccount,
  readAccount,
  signInAs,
} from '../../testing/pretend-account.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { putRequest } from '../api/request-calls.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readSyncState } from '../db/core/metadata.ts';
import { listEntries, nextDueAt } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { readRequest } from '../db/requests/requests.ts';
import { push } from './push.ts';
import type { SyncContext } from './sync-context.ts';

const HOUR_MS = 3_600_000;
/** `NOON` is noon in Lisbon, since it is in winter. */
const UNTIL_MIDNIGHT_MS = 12 * HOUR_MS;

let maria: PretendAccount;
let db: CitizenDatabase;
let context: SyncContext;
let now: Date;

beforeEach(async () => {
  now = NOON;
  maria = await signInAs(
    MARIA_NISS,
    createPretendServer(() => NOON),
  );
  db = openMemoryDatabase(maria.citizenId);
  context = createTestSyncContext({ db, api: maria.api, now: () => now });
  await useUpToday();
});

/** Sends as many requests as a day allows, from another device. */
async function useUpToday(): Promise<void> {
  const { api, citizenId } = maria;
  const content = {
    kind: 'clarification',
    onBehalfOf: null,
    description: 'Recebi uma nota de cobrança e não percebo a que mês se refere.',
    topic: { status: 'unknown' },
    attachments: [],
    writtenAt: NOON.toISOString(),
  } satisfies RequestSubmission;
  for (let sent = 0; sent < DEFAULT_DAY_LIMITS.dayRequestsMax; sent += 1)
    await putRequest(api, { citizenId, requestId: crypto.randomUUID(), revision: 1, content });
}

async function countArrived(id: string): Promise<number> {
  const changes = await readAccount(maria);
  return changes.filter((change) => change.type === 'request' && change.request.id === id).length;
}

test('what is beyond the day’s limit waits for the next day with all its words, and is sent then, once', async () => {
  const id = await submitCompleteDraft(db);
  await push(context);
  const [entry] = await listEntries(db, id);
  expect(entry).toMatchObject({ waitReason: 'dayLimit', sending: 0, committing: 0 });
  const dueMs = (entry?.nextAttemptAt ?? 0) - NOON.getTime();
  expect(dueMs).toBeGreaterThanOrEqual(UNTIL_MIDNIGHT_MS);
  expect(dueMs).toBeLessThan(UNTIL_MIDNIGHT_MS + HOUR_MS);
  expect((await readSyncState(db)).connection).toBe('reached');

  now = new Date(NOON.getTime() + 2 * HOUR_MS);
  await push(context);
  expect(await nextDueAt(db)).toBe(entry?.nextAttemptAt);

  await maria.server(
    new Request('http://e-clic.test/demo/clock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-App': 'e-clic' },
      body: JSON.stringify({ workingDays: 1 }),
    }),
  );
  now = new Date(entry?.nextAttemptAt ?? 0);
  await push(context);
  await push(context);
  expect(await readRequest(db, id)).toMatchObject({ id, state: 'registered' });
  expect(await listEntries(db)).toEqual([]);
  expect(await countArrived(id)).toBe(1);
});

test('whoever does not want to wait has the draft back as it was', async () => {
  const id = await submitCompleteDraft(db);
  await push(context);
  expect(await takeBack(db, id, now)).toBe(true);
  expect(await db.drafts.get(id)).toMatchObject({ refusal: null, submittedAt: null });
  expect(await submitDraft(db, id, now)).toMatchObject({ ok: true });
});

test('a clock that is set back by days does not make the wait longer than a day', async () => {
  const id = await submitCompleteDraft(db);
  await push(context);
  now = new Date(NOON.getTime() - 72 * HOUR_MS);
  await push(context);
  const [entry] = await listEntries(db, id);
  expect((entry?.nextAttemptAt ?? 0) - now.getTime()).toBeLessThanOrEqual(26 * HOUR_MS);
});
