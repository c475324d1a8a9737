import { expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { dropped, problem, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { isSending, listWaiting } from '../db/outbox/outbox.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { readRequest } from '../db/requests/requests.ts';
import { push } from './push.ts';

test.each([
  ['there is no network', dropped],
  ['nobody is signed in', problem('signed-out', 401)],
])('a commit that is on its way is still known to be when another finds that %s', async (_what, answer) => {
  const db = openMemoryDatabase();
  const [goes, fails] = [await submitCompleteDraft(db), await submitCompleteDraft(db)];
  let take: (response: Response) => void = () => undefined;
  let arrive = () => {};
  const hasArrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { server } = scriptServer({
    [`PUT /requests/${goes}`]: () =>
      new Promise((resolve) => {
        take = resolve;
        arrive();
      }),
    [`PUT /requests/${fails}`]: async (request) => {
      await hasArrived;
      return answer(request);
    },
  });
  const pushing = push(createTestSyncContext({ db, server, now: () => NOON }));
  const readFailed = async () => (await listWaiting(db, fails))[0];
  await expect.poll(readFailed).toMatchObject({ sending: 0, attempts: 1 });

  expect(await isSending(db)).toBe(true);
  expect(await takeBack(db, goes, NOON)).toBe(false);
  take(Response.json(registeredRequest(goes), { status: 201 }));
  await pushing;
  expect(await readRequest(db, goes)).toBeDefined();
  expect(await db.drafts.toCollection().primaryKeys()).toEqual([fails]);
});
