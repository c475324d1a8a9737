import { cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { listLastWords } from '../../db/drafts/last-words.ts';
import { readUnsavedWords, saveWordsAnew } from '../../db/drafts/unsaved-words.ts';
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

test('an editor that was left writes its words no more into an emptied database, once it has saved them', async () => {
  const { db, makeRoom } = await leaveUnsaved();
  makeRoom();
  hidePage();
  await expect.poll(async () => (await readDraft(db, 'd'))?.description).toBe(WORDS);
  await db.drafts.clear();
  saveWordsAnew(db.citizenId);
  expect(readUnsavedWords(db.citizenId)).toEqual([]);
});
