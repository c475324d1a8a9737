import { expect, it } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { readTexts } from '../../../testing/two-devices.ts';
import { readDraft } from './drafts.ts';
import { openDraft, saveDraft } from './save-draft.ts';
import { holdWords } from './unsaved-words.ts';

it('words that could not be saved, and are opened again in their page, take none away that another tab wrote meanwhile', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db, 'De início.');
  const { revision } = (await readDraft(db, id)) ?? { revision: 0 };
  const typed = {
    draftId: id,
    words: { description: 'Desta página.' },
    baseRevision: revision,
    writer: 'this',
    typedAt: NOON.toISOString(),
  };
  const letGo = holdWords(db.citizenId, {
    unsavedText: () => typed,
    handOver: () => typed.words,
    saveAnew: () => undefined,
  });
  const other = { patch: { description: 'Da outra.' }, baseRevision: revision, writer: 'other' };
  await saveDraft(db, id, other, NOON);
  const opened = await openDraft(db, id, NOON);
  expect(opened?.description).toBe('Desta página.');
  letGo();
  const edit = { patch: typed.words, baseRevision: opened?.revision ?? 0, writer: 'this' };
  expect(await saveDraft(db, id, edit, NOON)).toMatchObject({ status: 'split' });
  expect(await readTexts(db)).toEqual(['Da outra.', 'Desta página.']);
});
