import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { NOON, submitCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { dropped, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { listWaiting, resetOutboxBackoff } from '../db/outbox/outbox.ts';
import { push } from './push.ts';

test('what goes online while a failure is being recorded is not put off again by it', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  let hurried: PromiseLike<void> | null = null;
  // The device goes online after the entry is postponed, while the state of sync is being written.
  db.metadata.hook('creating', (key) => {
    if (key === 'sync') hurried ??= Dexie.ignoreTransaction(() => resetOutboxBackoff(db, NOON));
  });
  await push(
    createTestSyncContext({ db, server: scriptServer({ 'PUT /requests': dropped }).server, now: () => NOON }),
  );
  expect(hurried).not.toBeNull();
  await hurried;
  expect(await listWaiting(db)).toMatchObject([
    { waitReason: 'noConnection', nextAttemptAt: NOON.getTime() },
  ]);
});
