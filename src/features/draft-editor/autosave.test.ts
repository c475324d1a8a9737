import { beforeEach, describe, expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { type ManualClock, manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { dropPendingText, keepTyping, putPendingText } from '../../db/drafts/last-words.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { AUTOSAVE_MS, createDraftSaver, type DraftSaver, SAVE_RETRY_MS } from './autosave.ts';

let db: CitizenDatabase;
let clock: ManualClock;
/** The patch of each save, in order. */
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
}

function openTab({ writer = 'a', draftId = 'd', baseRevision = 0, save = saveDraft }: Tab = {}): DraftSaver {
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
    keepTyping: (row) => keepTyping(db, row),
    dropPending: (saved) => void dropPendingText(db, saved),
  });
}

async function textOf(draftId: string): Promise<string | undefined> {
  return (await readDraft(db, draftId))?.description;
}

/** A save function whose saves wait until `letThrough` is called. */
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

  it('tries again with what was typed while it was failing, not with what that replaced', async () => {
    let fail = () => {};
    const full = new Promise<never>((_, reject) => {
      fail = () => reject(new Error('full'));
    });
    const saves = [full];
    const tab = openTab({ save: (...args) => saves.pop() ?? saveDraft(...args) });
    tab.change({ description: 'Olá' });
    const isTold = tab.flush();
    tab.change({ description: 'Olá, bom dia' });
    fail();
    expect((await isTold).status).toBe('failing');
    await tab.flush();
    expect(await textOf('d')).toBe('Olá, bom dia');
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
