import { cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listLastWords } from '../../db/drafts/last-words.ts';
import { readUnsavedWords, saveWordsAnew } from '../../db/drafts/unsaved-words.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { DescriptionStep } from './description-step.tsx';

const WORDS = 'Um texto que não cabe';

/** Writes on a full device and leaves the editor, which can save nothing. */
async function leaveUnsaved() {
  const db = openMemoryDatabase();
  let refusals = 0;
  const full = () => {
    refusals += 1;
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.drafts.hook('creating', full);
  const step = <DescriptionStep draftId="d" draft={undefined} returnsToReview={false} />;
  const { screen, user } = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  await paste(user, await screen.findByRole('textbox', { name: 'Descrição do pedido' }), WORDS);
  await waitFor(() => expect(readTrouble()).toBe('notSaved'));
  const refusalsBefore = refusals;
  cleanup();
  await expect.poll(() => refusals).toBeGreaterThan(refusalsBefore);
  return { db, makeRoom: () => db.drafts.hook('creating').unsubscribe(full) };
}

function hidePage(): void {
  window.dispatchEvent(new Event('pagehide'));
}

test('words that a full device could not save are put down as the page goes, though their editor was left before', async () => {
  const { db, makeRoom } = await leaveUnsaved();
  hidePage();
  expect(listLastWords(db)).toMatchObject([{ draftId: 'd', words: { description: WORDS } }]);
  makeRoom();
  hidePage();
  await expect.poll(async () => (await readDraft(db, 'd'))?.description).toBe(WORDS);
  await expect.poll(() => listLastWords(db)).toEqual([]);
});

test('an editor that was left while its draft waits to be sent puts its words down once', async () => {
  const db = openMemoryDatabase();
  const draftId = await writeCompleteDraft(db);
  const draft = await readDraft(db, draftId);
  const step = <DescriptionStep draftId={draftId} draft={draft} returnsToReview={false} />;
  const { screen, user } = await renderFeature(step, { db, address: `/rascunhos/${draftId}/descricao` });
  await submitDraft(db, draftId, NOON);
  await paste(user, await screen.findByRole('textbox', { name: 'Descrição do pedido' }), WORDS);
  await expect.poll(() => db.pendingText.count()).toBe(1);
  let writes = 0;
  db.pendingText.hook('updating', () => {
    writes += 1;
  });
  cleanup();
  // Whatever the page does as it goes comes after all that leaving the editor has begun.
  hidePage();
  await expect.poll(() => readUnsavedWords(db.citizenId)).toEqual([]);
  expect(writes).toBeLessThan(3);
});

test('an editor that was left writes its words no more into an emptied database, once it has saved them', async () => {
  const { db, makeRoom } = await leaveUnsaved();
  makeRoom();
  hidePage();
  await expect.poll(async () => (await readDraft(db, 'd'))?.description).toBe(WORDS);
  await db.drafts.clear();
  saveWordsAnew(db.citizenId);
  expect(readUnsavedWords(db.citizenId)).toEqual([]);
});
