import { beforeEach, describe, expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { type ManualClock, manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { dropPendingText, keepTyping, putPendingText } from '../../db/drafts/last-words.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { AUTOSAVE_MS, createDraftSaver, type DraftSaver, type DraftSaverOptions } from './autosave.ts';

let db: CitizenDatabase;
let clock: ManualClock;

beforeEach(() => {
  db = openMemoryDatabase();
  clock = manualClock(NOON);
});

function openTab(changes: Partial<DraftSaverOptions> = {}): DraftSaver {
  return createDraftSaver({
    draftId: 'd',
    baseRevision: 0,
    writer: 'a',
    clock,
    save: (id, edit, now) => saveDraft(db, id, edit, now),
    putPending: (row) => putPendingText(db, row),
    keepTyping: (row) => keepTyping(db, row),
    dropPending: (saved) => void dropPendingText(db, saved),
    ...changes,
  });
}

describe('when the page hides', () => {
  it('keeps what was typed in the last instant, also if the ordinary save never comes', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab({ save: () => new Promise(() => undefined) });
    tab.change({ description: 'última palavra' });
    tab.hide();
    const reopened = await openDraft(db, 'd', NOON);
    expect(reopened?.description).toBe('última palavra');
    expect(await db.pendingText.count()).toBe(0);
  });

  it('keeps what was on its way', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab({ save: () => new Promise(() => undefined) });
    tab.change({ description: 'a caminho' });
    clock.pass(AUTOSAVE_MS);
    tab.hide();
    expect((await openDraft(db, 'd', NOON))?.description).toBe('a caminho');
  });

  it('keeps the last choice too, made while the one before was being saved', async () => {
    const topic = { status: 'unknown' } as const;
    await saveDraft(db, 'd', { patch: { kind: 'complaint' }, baseRevision: 0, writer: 'a' }, NOON);
    const tab = openTab({ baseRevision: 1, save: () => new Promise(() => undefined) });
    tab.change({ kind: 'information' });
    void tab.flush();
    tab.change({ topic });
    tab.hide();
    expect(await openDraft(db, 'd', NOON)).toMatchObject({ kind: 'information', topic, description: '' });
  });

  it('takes away what it put down during a save, once the words that it holds are saved too', async () => {
    await openDraft(db, 'd', NOON);
    const gates: (() => void)[] = [];
    const tab = openTab({
      save: async (id, edit, now) => {
        await new Promise<void>((open) => gates.push(open));
        return saveDraft(db, id, edit, now);
      },
    });
    tab.change({ description: 'Ol' });
    void tab.flush();
    tab.change({ description: 'Olá' });
    tab.hide();
    const saved = tab.flush();
    gates.shift()?.();
    await expect.poll(() => gates).toHaveLength(1);
    expect(await db.pendingText.count()).toBe(1);
    gates.shift()?.();
    await saved;
    await expect.poll(() => db.pendingText.count()).toBe(0);
  });

  it('never brings an older choice back over a newer one of another tab', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab({ save: () => new Promise(() => undefined) });
    tab.change({ kind: 'complaint' });
    tab.hide();
    const later = new Date(NOON.getTime() + 1);
    await saveDraft(db, 'd', { patch: { kind: 'information' }, baseRevision: 0, writer: 'b' }, later);
    expect(await openDraft(db, 'd', later)).toMatchObject({ kind: 'information' });
  });

  it('never brings older words back over newer ones', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab();
    tab.change({ description: 'antes' });
    tab.hide();
    tab.change({ description: 'antes e depois' });
    await tab.flush();
    expect((await openDraft(db, 'd', NOON))?.description).toBe('antes e depois');
  });

  it('takes away what it put down once the words are saved, so that another device’s later words do not meet it', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab();
    tab.change({ description: 'Olá' });
    tab.hide();
    await tab.flush();
    await expect.poll(() => db.pendingText.count()).toBe(0);
    await saveDraft(
      db,
      'd',
      { patch: { description: 'Olá, mundo' }, baseRevision: 1, writer: 'other' },
      NOON,
    );
    expect((await openDraft(db, 'd', NOON))?.description).toBe('Olá, mundo');
    expect(await db.drafts.count()).toBe(1);
  });

  it('knows older words for what they are also when they could not be taken away', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab({ dropPending: () => undefined });
    tab.change({ description: 'antes' });
    tab.hide();
    tab.change({ description: 'antes e depois' });
    await tab.flush();
    expect(await db.pendingText.count()).toBe(1);
    expect((await openDraft(db, 'd', NOON))?.description).toBe('antes e depois');
    expect(await db.pendingText.count()).toBe(0);
  });

  it('keeps what is typed into a draft that was opened again in the same tab, however much was typed before', async () => {
    await openDraft(db, 'd', NOON);
    const first = openTab();
    for (const description of ['O', 'Ol', 'Olá']) first.change({ description });
    await first.flush();
    const again = openTab({ baseRevision: 1, save: () => new Promise(() => undefined) });
    again.change({ description: 'Olá, mundo' });
    again.hide();
    expect((await openDraft(db, 'd', NOON))?.description).toBe('Olá, mundo');
  });

  it('writes nothing when all is saved', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab();
    tab.change({ description: 'Olá' });
    await tab.flush();
    tab.hide();
    expect(await db.pendingText.count()).toBe(0);
  });
});

it('keeps what is typed, and to be saved at once, while the words before it are kept beside a draft that was submitted', async () => {
  const kept: unknown[] = [];
  const tab = openTab({
    save: async () => ({ status: 'frozen', because: 'submitted' }),
    keepTyping: async ({ words }) => {
      kept.push(words.description);
      if (kept.length > 1) return;
      tab.change({ description: 'um e dois' });
      void tab.flush();
    },
  });
  tab.change({ description: 'um' });
  await tab.flush();
  expect(kept).toEqual(['um', 'um e dois']);
});
