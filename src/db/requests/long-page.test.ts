import { Dexie, type IntervalTree, type ObservabilitySet } from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { applyChanges } from './apply-changes.ts';

/** The most changes that a page of the feed may have. */
const PAGE = 500;

it('what is open hears of a long page of requests in one range for each index, not of each request', async () => {
  const db = openMemoryDatabase();
  const changes = Array.from({ length: PAGE }, () => ({
    type: 'request' as const,
    request: registeredRequest(crypto.randomUUID()),
  }));
  const told: ObservabilitySet[] = [];
  const listen = (parts: ObservabilitySet) => told.push(parts);
  Dexie.on.storagemutated.subscribe(listen);
  onTestFinished(() => Dexie.on.storagemutated.unsubscribe(listen));

  await applyChanges(db, { changes, cursor: '1', more: false, serverTime: NOON.toISOString() }, NOON);

  const ofRequests = told.flatMap(Object.entries).filter(([part]) => part.includes('/requests/'));
  expect(ofRequests.length).toBeGreaterThan(1);
  for (const [, tree] of ofRequests) expect(countRanges(tree)).toBe(1);
});

function countRanges(tree: IntervalTree | null | undefined): number {
  return tree && 'from' in tree ? 1 + countRanges(tree.l) + countRanges(tree.r) : 0;
}
