import { expect, test } from 'vitest';
import { listRequests, NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { readCounter } from '../core/counters.ts';
import { patchSyncState } from '../core/metadata.ts';
import { moveByDay } from './move-by-day.ts';
import { recordReceived } from './requests.ts';

test('an answer leaves what is in progress on the day after its last day for a question, by the server’s clock', async () => {
  const db = openMemoryDatabase();
  for (const askAgainUntil of ['2026-12-24', '2026-12-25'])
    await recordReceived(db, registeredRequest(askAgainUntil, { state: 'answered', askAgainUntil }));
  await recordReceived(db, registeredRequest('with an office'));
  const idsIn = async (group: 'inProgress' | 'finished') => [
    (await listRequests(db, group, 9)).map(({ id }) => id).sort(),
    await readCounter(db, group),
  ];
  await moveByDay(db, NOON);
  expect(await idsIn('inProgress')).toEqual([['2026-12-24', '2026-12-25', 'with an office'], 3]);

  await patchSyncState(db, { clockOffsetMs: 30 * 86_400_000 });
  await moveByDay(db, NOON);
  expect(await idsIn('inProgress')).toEqual([['2026-12-25', 'with an office'], 2]);
  expect(await idsIn('finished')).toEqual([['2026-12-24'], 1]);
});
