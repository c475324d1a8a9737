import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { DatabaseContext } from '../core/database-context.ts';
import { useRequestSearch } from './request-search.ts';

const MINUTE_MS = 60_000;

let db: CitizenDatabase;

beforeEach(async () => {
  db = openMemoryDatabase();
  await db.open();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

function openPage() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <DatabaseContext value={db}>{children}</DatabaseContext>
  );
  return renderHook(useRequestSearch, { wrapper });
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
