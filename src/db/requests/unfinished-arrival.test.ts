// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { listLastWords, putPendingText } from '../drafts/last-words.ts';
import { applyChanges } from './apply-changes.ts';

it('the last words of a draft stay in the browser where its arrival is not written after all', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const typedAt = NOON.toISOString();
  const words = { description: 'O que ainda escrevi' };
  putPendingText(db, { draftId: id, words, baseRevision: 1, writer: 'a', typing: 9, typedAt });
  const failing = db.transaction('rw', db.tables, async () => {
    const changes = [{ type: 'request' as const, request: registeredRequest(id) }];
    await applyChanges(db, { changes, cursor: '1', more: false, serverTime: typedAt }, NOON);
    throw new Error('The disk is full');
  });
  await expect(failing).rejects.toThrow('The disk is full');
  expect(listLastWords(db)).toHaveLength(1);
});
