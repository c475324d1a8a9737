import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CitizenDatabase } from '../../db/citizen-database.ts';
import { openDraft, readDraft, saveDraft } from '../../db/drafts.ts';
import { dropPendingText, putPendingText } from '../../db/pending-text.ts';
import { NOON } from '../../testing/builders.ts';
import { type ManualClock, manualClock } from '../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import {
  AUTOSAVE_MS,
  createDraftSaver,
  type DraftSaver,
  type DraftSaverOptions,
  SAVE_RETRY_MS,
} from './autosave.ts';

let db: CitizenDatabase;
let clock: ManualClock;
/** What each save was asked to write, in order. */
let written: unknown[];

beforeEach(() => {
  db = openMemoryDatabase();
  clock = manualClock(NOON);
  written = [];
});

interface Tab {
  writer?: string;
  draftId?: string;
  baseRevision?: number;
  save?: typeof saveDraft;
  dropPending?: DraftSaverOptions['dropPending'];
}

function openTab({
  writer = 'a',
  draftId = 'd',
  baseRevision = 0,
  save = saveDraft,
  dropPending = (saved) => void dropPendingText(db, saved),
}: Tab = {}): DraftSaver {
  return createDraftSaver({
    draftId,
    baseRevision,
    writer,
    clock,
    save: (id, edit, now) => {
      written.push(edit.patch);
      return save(db, id, edit, now);
    },
    putPending: (row) => putPendingText(db, row),
    dropPending,
  });
}

async function textOf(draftId: string): Promise<string | undefined> {
  return (await readDraft(db, draftId))?.description;
}

/** A save that waits to be let through. */
function heldSave() {
  const gates: (() => void)[] = [];
  const save: typeof saveDraft = async (...args) => {
    await new Promise<void>((open) => gates.push(open));
    return saveDraft(...args);
  };
  return { save, letThrough: () => gates.shift()?.() };
}

describe('when text is saved', () => {
  it('saves while somebody types without a pause', async () => {
    const tab = openTab();
    for (const text of ['O', 'Ol', 'Olá']) {
      tab.change({ description: text });
      clock.pass(AUTOSAVE_MS / 3);
    }
    expect(written).toEqual([{ description: 'Olá' }]);
    await tab.flush();
    expect(await textOf('d')).toBe('Olá');
  });

  it('makes no draft until something is changed', async () => {
    await openTab().flush();
    expect(await readDraft(db, 'd')).toBeUndefined();
  });

  it('is on disk when flushing ends, without waiting for the timer', async () => {
    const tab = openTab();
    tab.change({ description: 'Olá' });
    const state = await tab.flush();
    expect(state).toMatchObject({ status: 'saved', savedAt: NOON.toISOString() });
    expect(await textOf('d')).toBe('Olá');
  });

  it('writes one save after the other, and what changed meanwhile in the next', async () => {
    const held = heldSave();
    const tab = openTab({ save: held.save });
    tab.change({ description: 'um' });
    clock.pass(AUTOSAVE_MS);
    tab.change({ description: 'dois' });
    tab.change({ kind: 'complaint' });
    const flushed = tab.flush();
    expect(written).toEqual([{ description: 'um' }]);
    held.letThrough();
    await expect.poll(() => written.length).toBe(2);
    held.letThrough();
    await flushed;
    expect(written[1]).toEqual({ description: 'dois', kind: 'complaint' });
    expect(await readDraft(db, 'd')).toMatchObject({ description: 'dois', kind: 'complaint', revision: 2 });
  });

  it('says that it failed, keeps the words and tries again by itself', async () => {
    let isFull = true;
    const save: typeof saveDraft = (...args) =>
      isFull ? Promise.reject(new Error('full')) : saveDraft(...args);
    const tab = openTab({ save });
    tab.change({ description: 'Olá' });
    expect((await tab.flush()).status).toBe('failing');
    isFull = false;
    clock.pass(SAVE_RETRY_MS);
    expect((await tab.flush()).status).toBe('saved');
    expect(await textOf('d')).toBe('Olá');
  });
});

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
    await vi.waitFor(async () => expect(await db.pendingText.count()).toBe(0));
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

  it('writes nothing when all is saved', async () => {
    await openDraft(db, 'd', NOON);
    const tab = openTab();
    tab.change({ description: 'Olá' });
    await tab.flush();
    tab.hide();
    expect(await db.pendingText.count()).toBe(0);
  });
});

it('writes all that the editor holds once more, when the disk was emptied', async () => {
  const saver = openTab();
  saver.change({ kind: 'complaint' });
  saver.change({ description: 'Tudo o que escrevi' });
  await saver.flush();
  expect(saver.unsavedText()).toBeNull();
  await db.drafts.clear();
  saver.saveAnew();
  await saver.flush();
  expect(await readDraft(db, 'd')).toMatchObject({ kind: 'complaint', description: 'Tudo o que escrevi' });
});
