// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { NOON, registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { takeBack } from '../outbox/take-back.ts';
import { recordReceived } from '../requests/requests.ts';
import { listOpenDrafts } from './drafts.ts';
import { keepTyping, listLastWords, putPendingText } from './last-words.ts';
import { openDraft } from './save-draft.ts';

let db: CitizenDatabase;
let draftId: string;

beforeEach(async () => {
  localStorage.clear();
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db, 'Início');
  await submitDraft(db, draftId, NOON);
});

function typed(description: string, writer = 'a', seconds = 0): PendingTextRow {
  const typedAt = new Date(NOON.getTime() + seconds * 1_000).toISOString();
  return { draftId, words: { description }, baseRevision: 1, writer, typing: seconds, typedAt };
}

async function listLeft() {
  await recordReceived(db, registeredRequest(draftId, { description: 'Início' }));
  return (await listOpenDrafts(db)).map(({ description }) => description).sort();
}

it('what is typed in a draft that waits to be sent comes in place of what its tab had put down before', async () => {
  putPendingText(db, typed('Início, um'));
  await keepTyping(db, typed('Início, um e dois', 'a', 1));
  expect(listLastWords(db)).toEqual([]);
  expect(await listLeft()).toEqual(['Início, um e dois']);
});

it('what is put down last counts, also where the clock was set back since', async () => {
  await keepTyping(db, typed('Início, um', 'a', 1));
  putPendingText(db, { ...typed('Início, um e dois', 'a', 2), typedAt: '2026-11-24T12:00:00.000Z' });
  await takeBack(db, draftId, NOON);
  expect((await openDraft(db, draftId, NOON))?.description).toBe('Início, um e dois');
});

it('what two tabs type in a draft that waits to be sent is kept beside each other', async () => {
  await keepTyping(db, typed('Início, do primeiro'));
  await keepTyping(db, typed('Início, do segundo', 'b', 1));
  expect(await listLeft()).toEqual(['Início, do primeiro', 'Início, do segundo']);
});

it('what is typed in a draft that waits to be sent is kept where the database has no room', async () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.pendingText.hook('creating', full);
  await expect(keepTyping(db, typed('Início, e mais'))).rejects.toThrow('full');
  db.pendingText.hook('creating').unsubscribe(full);
  expect(await listLeft()).toEqual(['Início, e mais']);
});
