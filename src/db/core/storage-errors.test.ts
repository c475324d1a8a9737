import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { endQuietly, isQuotaError } from './storage-errors.ts';

const full = () => new DOMException('full', 'QuotaExceededError');

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('isQuotaError', () => {
  it('knows a full disk directly, by Firefox’s old name, as Dexie wraps it and among many failures', () => {
    const wrapped = new Dexie.AbortError('aborted', full());
    expect(wrapped.name).toBe('AbortError');
    expect(isQuotaError(full())).toBe(true);
    expect(isQuotaError({ name: 'NS_ERROR_DOM_QUOTA_REACHED' })).toBe(true);
    expect(isQuotaError(wrapped)).toBe(true);
    expect(isQuotaError(new Error('outer', { cause: wrapped }))).toBe(true);
    expect(isQuotaError(new Dexie.BulkError('some', [new Error('a'), full()]))).toBe(true);
  });

  it('knows a disk that is full while a draft is saved', async () => {
    const db = openMemoryDatabase();
    db.drafts.hook('creating', () => {
      throw full();
    });
    expect(isQuotaError(await errorOf(writeCompleteDraft(db)))).toBe(true);
  });

  it('takes nothing else for a full disk, not even errors that wrap each other in a ring', () => {
    const ring: { name: string; inner?: unknown } = { name: 'AbortError' };
    ring.inner = ring;
    for (const other of [ring, new Error('QuotaExceededError'), 'QuotaExceededError', null, undefined]) {
      expect(isQuotaError(other)).toBe(false);
    }
  });

  it('takes no closed database for a full disk', async () => {
    const db = openMemoryDatabase();
    await db.open();
    db.close();
    expect(isQuotaError(await errorOf(db.drafts.count()))).toBe(false);
  });
});

it('ends quietly a write to a full disk and a read of a closed database, and nothing else', async () => {
  const db = openMemoryDatabase();
  await db.open();
  db.close();
  const closed = await errorOf(db.drafts.count());
  expect(closed).toBeInstanceOf(Dexie.DatabaseClosedError);
  for (const error of [full(), closed, new Error('outer', { cause: closed })]) endQuietly(error);
  const fault = new TypeError('a fault');
  expect(() => endQuietly(fault)).toThrow(fault);
});
