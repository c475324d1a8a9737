import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { hasEarlyWords } from '../../lib/database-names.ts';
import { keepEarlyWords } from '../../lib/early-words.ts';
import { readDraft } from './drafts.ts';
import { saveDraft } from './save-draft.ts';
import { dropEarlyWords, takeUpEarlyWords } from './take-up-early-words.ts';

const BEFORE = new Date(NOON.getTime() - 60_000).toISOString();
const root = { dataset: {} as DOMStringMap };

beforeEach(() => {
  root.dataset = {};
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('document', { documentElement: root });
});

afterEach(() => vi.unstubAllGlobals());

it('what was typed into a page that ended before the app had come is a draft at the next start, once', async () => {
  const guest = openMemoryDatabase('guest');
  await keepEarlyWords({ draftId: 'd', description: 'Quero', typedAt: BEFORE });
  await keepEarlyWords({ draftId: 'd', description: 'Quero saber', typedAt: BEFORE });
  await takeUpEarlyWords(guest, NOON);
  expect(await readDraft(guest, 'd')).toMatchObject({ description: 'Quero saber' });
  expect(await hasEarlyWords()).toBe(false);
  await takeUpEarlyWords(guest, NOON);
  expect(await guest.drafts.count()).toBe(1);
});

it('the same is so in a browser that cannot list its databases, and none is made by asking', async () => {
  vi.stubGlobal('indexedDB', Object.assign(new IDBFactory(), { databases: undefined }));
  const guest = openMemoryDatabase('guest');
  expect(await hasEarlyWords()).toBe(false);
  expect(await hasEarlyWords()).toBe(false);
  await keepEarlyWords({ draftId: 'd', description: 'Quero saber', typedAt: BEFORE });
  expect(await hasEarlyWords()).toBe(true);
  await takeUpEarlyWords(guest, NOON);
  expect(await readDraft(guest, 'd')).toMatchObject({ description: 'Quero saber' });
  expect(await hasEarlyWords()).toBe(false);
});

it('a draft that has gone on since keeps its words, and becomes no second one', async () => {
  const guest = openMemoryDatabase('guest');
  await keepEarlyWords({ draftId: 'd', description: 'Quero', typedAt: BEFORE });
  const edit = { patch: { description: 'Quero saber do abono' }, baseRevision: 0, writer: 'tab' };
  await saveDraft(guest, 'd', edit, NOON);
  await takeUpEarlyWords(guest, NOON);
  expect((await guest.drafts.toArray()).map(({ description }) => description)).toEqual([
    'Quero saber do abono',
  ]);
  expect(await hasEarlyWords()).toBe(false);
});

it('what the app put down as that page went is newer, and becomes the one draft', async () => {
  const guest = openMemoryDatabase('guest');
  await keepEarlyWords({ draftId: 'd', description: 'Quero', typedAt: BEFORE });
  await guest.pendingText.put({
    draftId: 'd',
    words: { description: 'Queria saber do abono' },
    baseRevision: 0,
    writer: 'tab',
    typing: 1,
    typedAt: NOON.toISOString(),
  });
  await takeUpEarlyWords(guest, NOON);
  expect((await guest.drafts.toArray()).map(({ description }) => description)).toEqual([
    'Queria saber do abono',
  ]);
});

it('the words of the page that is open are left to it, until its draft is saved', async () => {
  const guest = openMemoryDatabase('guest');
  root.dataset.draftId = 'own';
  await keepEarlyWords({ draftId: 'own', description: 'Ainda', typedAt: BEFORE });
  await takeUpEarlyWords(guest, NOON);
  expect(await guest.drafts.count()).toBe(0);
  await dropEarlyWords('another');
  expect(await hasEarlyWords()).toBe(true);
  await dropEarlyWords('own');
  expect(await hasEarlyWords()).toBe(false);
  expect(root.dataset.draftId).toBeUndefined();
});
