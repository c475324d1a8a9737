import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { timesInLevel } from '../../../ops/test/level.ts';
import { NOON, submitCompleteDraft, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { listAttachments, readChunk } from '../files/file-rows.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import { addAttachment } from './attachments.ts';
import { listOpenDrafts, readDraft } from './drafts.ts';
import { putPendingText } from './last-words.ts';
import { deleteDraft, noteStepReached, restoreDraft } from './mark-draft.ts';
import { openDraft, saveDraft } from './save-draft.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

const DAY_MS = 24 * 60 * 60 * 1000;

function pendingRow(draftId: string, description: string, baseRevision: number) {
  return { draftId, words: { description }, baseRevision, writer: 'gone', typedAt: NOON.toISOString() };
}

describe('saveDraft', () => {
  it('makes the draft with the first change and counts every further one', async () => {
    const first = await saveDraft(
      db,
      'd',
      { patch: { kind: 'complaint' }, baseRevision: 0, writer: 'a' },
      NOON,
    );
    expect(first).toMatchObject({ status: 'saved', revision: 1, savedAt: NOON.toISOString() });
    await saveDraft(db, 'd', { patch: { description: 'Olá' }, baseRevision: 1, writer: 'a' }, NOON);
    expect(await readDraft(db, 'd')).toMatchObject({ kind: 'complaint', description: 'Olá', revision: 2 });
  });

  it('refuses to write where a request already stands', async () => {
    const id = await submitCompleteDraft(db);
    const edit = { patch: { description: 'tarde' }, baseRevision: 1, writer: 'test' };
    expect(await saveDraft(db, id, edit, NOON)).toEqual({ status: 'frozen', because: 'submitted' });
  });

  it('makes no second draft of a text that says the same, or of an empty one', async () => {
    for (const description of ['igual', '']) {
      const id = crypto.randomUUID();
      await saveDraft(db, id, { patch: { description }, baseRevision: 0, writer: 'a' }, NOON);
      const other = { patch: { description: description || 'novo' }, baseRevision: 0, writer: 'b' };
      expect(await saveDraft(db, id, other, NOON)).toMatchObject({ status: 'saved' });
    }
    expect(await listOpenDrafts(db)).toHaveLength(2);
  });
});

/** One thing that one of two tabs does; each step types a text that no other step types. */
const step = fc.record({
  tab: fc.constantFrom('a', 'b'),
  does: fc.constantFrom('types', 'choosesKind', 'hides', 'reopens'),
});

describe('two tabs that edit one draft in any order', () => {
  it('keep the last text of each somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 14 }), async (steps) => {
        const memory = openMemoryDatabase();
        await memory.open();
        const tabs = new Map(
          ['a', 'b'].map((name) => [name, { draftId: 'd', base: 0, writer: name, last: '', lives: 0 }]),
        );
        for (const [index, { tab: name, does }] of steps.entries()) {
          const tab = tabs.get(name);
          if (!tab) continue;
          const now = new Date(NOON.getTime() + index * 1000);
          if (does === 'reopens') {
            // A tab that is loaded again is another writer, and reads the draft before anything is typed.
            const draft = await openDraft(memory, 'd', now);
            const lives = tab.lives + 1;
            Object.assign(tab, {
              draftId: 'd',
              base: draft?.revision ?? 0,
              lives,
              writer: `${name}${lives}`,
            });
            // Somebody who reads a text and types over it replaces it on purpose.
            for (const other of tabs.values()) if (other.last === draft?.description) other.last = '';
            tab.last = '';
            continue;
          }
          const description = `${name} ${index}`;
          if (does === 'hides') {
            const row = {
              draftId: tab.draftId,
              words: { description },
              baseRevision: tab.base,
              writer: tab.writer,
              typing: index,
            };
            putPendingText(memory, { ...row, typedAt: now.toISOString() });
          }
          const patch = does === 'choosesKind' ? ({ kind: 'complaint' } as const) : { description };
          if (does !== 'choosesKind') tab.last = description;
          const saved = await saveDraft(
            memory,
            tab.draftId,
            { patch, baseRevision: tab.base, writer: tab.writer, typing: index },
            now,
          );
          if (saved.status !== 'frozen') Object.assign(tab, { base: saved.revision, draftId: saved.draftId });
        }
        const kept = (await listOpenDrafts(memory)).map((draft) => draft.description);
        for (const { last } of tabs.values()) if (last !== '') expect(kept).toContain(last);
      }),
      { numRuns: timesInLevel(80, 200) },
    );
  });
});

describe('openDraft', () => {
  it('brings in what was typed in the last instant before the page went away', async () => {
    const id = await writeCompleteDraft(db, 'Texto');
    putPendingText(db, pendingRow(id, 'Texto até ao fim', 1));
    expect((await openDraft(db, id, NOON))?.description).toBe('Texto até ao fim');
    expect(await db.pendingText.get(id)).toBeUndefined();
  });

  it('makes the draft when the page went away before its first save', async () => {
    await db.open();
    putPendingText(db, pendingRow('d', 'Primeiras palavras', 0));
    expect((await openDraft(db, 'd', NOON))?.description).toBe('Primeiras palavras');
  });

  it('keeps both texts when another tab has written meanwhile', async () => {
    const id = await writeCompleteDraft(db, 'Texto do outro separador');
    putPendingText(db, pendingRow(id, 'Últimas palavras', 0));
    await openDraft(db, id, NOON);
    const texts = (await listOpenDrafts(db)).map((draft) => draft.description);
    expect(texts.sort()).toEqual(['Texto do outro separador', 'Últimas palavras'].sort());
  });

  it('leaves a submitted draft as it was submitted', async () => {
    const id = await submitCompleteDraft(db);
    putPendingText(db, pendingRow(id, 'Outra coisa', 1));
    expect(await openDraft(db, id, NOON)).toBeUndefined();
    expect((await readDraft(db, id))?.description).not.toBe('Outra coisa');
  });

  it('keeps the last words of a deleted draft until it is brought back', async () => {
    const id = await writeCompleteDraft(db, 'Texto');
    await deleteDraft(db, id, NOON);
    putPendingText(db, pendingRow(id, 'Texto até ao fim', 1));
    expect(await openDraft(db, id, NOON)).toBeUndefined();
    await restoreDraft(db, id);
    expect((await openDraft(db, id, NOON))?.description).toBe('Texto até ao fim');
  });
});

describe('steps', () => {
  it('are remembered as far as they were reached', async () => {
    const id = await writeCompleteDraft(db);
    await noteStepReached(db, id, 'attachments');
    await noteStepReached(db, id, 'topic');
    expect((await readDraft(db, id))?.reachedStep).toBe('attachments');
  });
});

describe('a deleted draft', () => {
  it('can be brought back for a day, and then it and its files are erased', async () => {
    const id = await writeCompleteDraft(db);
    const bytes = new ArrayBuffer(10);
    const file = { id: 'f', name: 'a.txt', type: 'text/plain', sha256: 'aa', bytes, thumbnail: null };
    await addAttachment(db, id, file, NOON);
    await deleteDraft(db, id, NOON);
    expect(await listOpenDrafts(db)).toEqual([]);

    await purgeDeleted(db, new Date(NOON.getTime() + DAY_MS));
    await restoreDraft(db, id);
    expect(await listOpenDrafts(db)).toHaveLength(1);
    expect(await listAttachments(db, id)).toHaveLength(1);

    await deleteDraft(db, id, NOON);
    await purgeDeleted(db, new Date(NOON.getTime() + DAY_MS + 1));
    expect(await readDraft(db, id)).toBeUndefined();
    expect(await readChunk(db, 'f', 0)).toBeUndefined();
  });
});
