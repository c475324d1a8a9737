import { expect, it } from 'vitest';
import { attachPdf, NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { readLocalData } from './local-data.ts';

it('what the device would forget is told without a look at the files that are to be saved in the account', async () => {
  const db = openMemoryDatabase();
  await saveDraft(db, 'd', { patch: { description: '' }, baseRevision: 0, writer: 'a' }, NOON);
  await attachPdf(db, 'd');
  let read = 0;
  db.attachments.hook('reading', (row) => {
    read += 1;
    return row;
  });
  expect(await readLocalData(db)).toMatchObject({ onlyHere: [{ id: 'd' }], deletions: 0 });
  expect(read).toBe(0);
});
