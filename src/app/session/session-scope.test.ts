import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DESCRIPTION, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { CitizenDatabase, closeErased, isErased, reopen } from '../../db/core/citizen-database.ts';
import { createCurrentDatabase } from '../../db/core/database-context.ts';
import { noteSpaceIsBack, readTrouble } from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { createSessionScope } from './session-scope.ts';

const ID = 'c_maria';
const TWO_DAYS_LATER = new Date(NOON.getTime() + 2 * 24 * 3_600_000);

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

test('a device that is full at the very start starts all the same, and says so', async () => {
  const before = new CitizenDatabase(ID);
  const kept = await writeCompleteDraft(before);
  await deleteDraft(before, await writeCompleteDraft(before), NOON);
  before.close();
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });

  const scope = createSessionScope(
    async () => ({ stop: async () => undefined }),
    () => TWO_DAYS_LATER,
    createCurrentDatabase(),
  );
  await scope.become({ id: ID });
  const db = scope.database();
  expect(db && (await readDraft(db, kept))?.description).toBe(DESCRIPTION);
  expect(readTrouble()).toBe('notSaved');
});

test('a database that is opened again after it was erased is there: a write that fails is told', async () => {
  const db = new CitizenDatabase(ID);
  await db.open();
  closeErased(db);
  expect(isErased(db)).toBe(true);
  await reopen(db);
  expect(isErased(db)).toBe(false);
  const id = await writeCompleteDraft(db);
  expect(await readDraft(db, id)).toBeDefined();
});
