import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { withTyping } from '../copies/copy-source.ts';
import { readDraft } from './drafts.ts';
import { putPendingText } from './last-words.ts';
import { openDraft, saveDraft } from './save-draft.ts';

const DESCRIPTION = 'Esperei quatro horas.';
const wanting = (wanted: string) => ({ office: '', happenedOn: '', wanted });

async function begin() {
  const db = openMemoryDatabase();
  await db.open();
  const patch = { kind: 'complaint', description: DESCRIPTION } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  const save = (writer: string, wanted: string, baseRevision = 1) =>
    saveDraft(
      db,
      'd',
      { patch: { description: DESCRIPTION, complaint: wanting(wanted) }, baseRevision, writer },
      NOON,
    );
  return { db, save };
}

it('what two tabs ask for in one complaint is kept, in two drafts', async () => {
  const { db, save } = await begin();
  await save('a', 'Que respondam');
  const result = await save('b', 'Que devolvam o que paguei');
  expect(result.status).toBe('split');
  const texts = (await db.drafts.toArray()).map(({ complaint }) => complaint?.wanted);
  expect(texts.toSorted()).toEqual(['Que devolvam o que paguei', 'Que respondam']);
});

it('a tab that has not seen what another one asks for does not empty it', async () => {
  const { db } = await begin();
  const early = { description: '', complaint: wanting('Que respondam') };
  await saveDraft(db, 'd', { patch: early, baseRevision: 1, writer: 'a' }, NOON);
  const late = { description: DESCRIPTION, complaint: null };
  await saveDraft(db, 'd', { patch: late, baseRevision: 1, writer: 'b' }, NOON);
  const texts = (await db.drafts.toArray()).map(({ complaint }) => complaint?.wanted);
  expect(texts).toContain('Que respondam');
});

it('one tab goes on changing what it asks for in the same draft', async () => {
  const { db, save } = await begin();
  await save('a', 'Que');
  expect((await save('a', 'Que respondam', 2)).status).toBe('saved');
  expect(await db.drafts.count()).toBe(1);
});

it('what was typed into a complaint in the last instant is there when the draft is opened, and in a copy', async () => {
  const { db } = await begin();
  const words = { description: DESCRIPTION, complaint: wanting('Que respondam') };
  const typed = { draftId: 'd', words, writer: 'a' };
  const row = { ...typed, baseRevision: 1, typedAt: NOON.toISOString() };
  const stored = await readDraft(db, 'd');
  expect(stored && withTyping([stored], [row], NOON)[0]?.complaint?.wanted).toBe('Que respondam');

  putPendingText(db, row);
  expect((await openDraft(db, 'd', NOON))?.complaint?.wanted).toBe('Que respondam');
  expect(await db.pendingText.count()).toBe(0);
});

it('what a tab of the build before put down is there too, and such a tab reads what this one puts down', async () => {
  const { db } = await begin();
  const older = {
    draftId: 'd',
    text: 'Palavras',
    complaint: wanting('Que respondam'),
    writer: 'a',
    baseRevision: 1,
  };
  await db.table('pendingText').put({ ...older, typedAt: NOON.toISOString() });
  expect(await openDraft(db, 'd', NOON)).toMatchObject({
    description: 'Palavras',
    complaint: older.complaint,
  });

  const words = { description: 'Outras', complaint: wanting('Que paguem') };
  putPendingText(db, { draftId: 'd', words, writer: 'a', baseRevision: 2, typedAt: NOON.toISOString() });
  expect(await db.pendingText.get('d')).toMatchObject({ text: 'Outras', complaint: words.complaint });
});
