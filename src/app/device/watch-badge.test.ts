import { afterEach, expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { beMaria } from '../../../testing/sign-in.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { putRequest } from '../../db/requests/requests.ts';
import { useSession } from '../../state/session.ts';
import { watchBadge } from './watch-badge.ts';

const ASKED = { state: 'awaitingCitizen' } as const;

afterEach(() => useSession.setState(useSession.getInitialState(), true));

function put(db: CitizenDatabase, id: string, changes = {}): Promise<void> {
  const request = registeredRequest(id, changes);
  return db.transaction('rw', db.tables, async () => putRequest(db, request));
}

function openWatched() {
  const current = createCurrentDatabase();
  const shown: number[] = [];
  const keeper = {
    async setAppBadge(count: number) {
      shown.push(count);
    },
  };
  const stop = watchBadge({ current, keeper });
  return { current, shown, stop };
}

test('the number beside the icon is of the requests that wait for the citizen, and none once they leave', async () => {
  const { current, shown, stop } = openWatched();
  beMaria();
  const db = openMemoryDatabase();
  await put(db, 'r-1', ASKED);
  await current.change(db);
  await expect.poll(() => shown.at(-1)).toBe(1);
  await put(db, 'r-2', ASKED);
  await expect.poll(() => shown.at(-1)).toBe(2);
  await put(db, 'r-1', { state: 'inReview', revision: 2 });
  await expect.poll(() => shown.at(-1)).toBe(1);
  await current.change(null);
  await expect.poll(() => shown.at(-1)).toBe(0);
  stop();
});

test('a citizen who signs in anew on what they call a shared device has none from then on', async () => {
  const { current, shown, stop } = openWatched();
  beMaria();
  const db = openMemoryDatabase();
  await put(db, 'r-1', ASKED);
  await current.change(db);
  await expect.poll(() => shown.at(-1)).toBe(1);
  beMaria({ shared: true });
  await expect.poll(() => shown.at(-1)).toBe(0);
  stop();
});

test.each([
  ['a guest has none', GUEST_ID, false],
  ['a shared device shows none', 'c_maria', true],
])('%s', async (_what, citizenId, shared) => {
  const { current, shown, stop } = openWatched();
  beMaria({ shared });
  const db = openMemoryDatabase(citizenId);
  await put(db, 'r-1', ASKED);
  const before = shown.length;
  await current.change(db);
  await expect.poll(() => shown.length).toBeGreaterThan(before);
  expect(shown.at(-1)).toBe(0);
  stop();
});

test('a browser without such numbers is asked for none', () => {
  watchBadge({ current: createCurrentDatabase(), keeper: {} })();
});
