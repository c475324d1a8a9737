import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { DatabaseContext } from '../core/database-context.ts';
import { putRequest } from '../requests/requests.ts';
import { EVERYTHING } from './request-query.ts';
import { useRequestSearch } from './request-search.ts';

const MINUTE_MS = 60_000;

let db: CitizenDatabase;

beforeEach(async () => {
  db = openMemoryDatabase();
  await db.open();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

function openPage(labels?: ReaderLabels) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DatabaseContext value={db}>{children}</DatabaseContext>
  );
  return renderHook(useRequestSearch, { wrapper, initialProps: labels });
}

test('the search is there for a minute after its last page, and whoever comes back keeps it for as long as they stay', () => {
  const first = openPage();
  first.unmount();
  vi.advanceTimersByTime(MINUTE_MS - 1);
  const page = openPage();
  expect(page.result.current).toBe(first.result.current);
  vi.advanceTimersByTime(MINUTE_MS);
  expect(openPage().result.current).toBe(page.result.current);
});

test('a minute after its last page the search is opened anew', () => {
  const first = openPage();
  first.unmount();
  vi.advanceTimersByTime(MINUTE_MS);
  expect(openPage().result.current).not.toBe(first.result.current);
});

test('a reader’s other labels open another search at once, which the minute of the one before does not end', async () => {
  const topic = { id: 'refunds', label: 'Restituições' };
  await putRequest(
    db,
    registeredRequest(crypto.randomUUID(), {
      topic: { status: 'known', version: '1', lifeEvent: topic, subject: topic, reason: topic },
    }),
  );
  const { result, rerender } = openPage();
  const before = result.current;
  const labels = { lifeEvent: {}, subject: { refunds: 'Refunds' }, reason: {} };
  rerender(labels);
  expect(result.current).not.toBe(before);
  vi.advanceTimersByTime(MINUTE_MS);
  expect(openPage(labels).result.current).toBe(result.current);
  vi.useRealTimers();
  for (const words of ['Refunds', 'Restituições']) {
    expect(await result.current?.find({ ...EVERYTHING, words }, 1)).toMatchObject({
      total: 1,
      facets: { topics: [{ label: 'Restituições', subjects: [{ label: 'Refunds' }] }] },
    });
  }
});
