import { expect, it } from 'vitest';
import { NOON } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { withTyping } from '../copies/copy-source.ts';
import { goesOnFrom } from './draft-edit.ts';
import { openDraft, readDraft, saveDraft } from './drafts.ts';
import { putPendingText } from './pending-text.ts';

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
  const typed = { draftId: 'd', text: DESCRIPTION, complaint: wanting('Que respondam'), writer: 'a' };
  const row = { ...typed, baseRevision: 1, typedAt: NOON.toISOString() };
  const stored = await readDraft(db, 'd');
  expect(stored && withTyping([stored], [row], NOON)[0]?.complaint?.wanted).toBe('Que respondam');

  putPendingText(db, row);
  expect((await openDraft(db, 'd', NOON))?.complaint?.wanted).toBe('Que respondam');
  expect(await db.pendingText.count()).toBe(0);
});

it('another device’s complaint needs keeping unless this one goes on from all of its words', () => {
  const mine = { description: DESCRIPTION, complaint: wanting('Que respondam') };
  expect(goesOnFrom(mine, { description: 'Esperei', complaint: wanting('Que') })).toBe(true);
  expect(goesOnFrom(mine, { description: 'Esperei' })).toBe(true);
  expect(goesOnFrom(mine, { description: 'Esperei', complaint: wanting('Outra coisa') })).toBe(false);
  expect(goesOnFrom({ ...mine, complaint: null }, mine)).toBe(false);
});
