// @vitest-environment jsdom
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON, registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { readCopySource } from '../copies/copy-source.ts';
import { CitizenDatabase, closeErased } from '../core/citizen-database.ts';
import { GUEST_ID } from '../core/occupant.ts';
import type { PendingTextRow } from '../core/schema.ts';
import { endTrouble, noteTrouble } from '../core/storage-trouble.ts';
import { recordReceived } from '../requests/requests.ts';
import { eraseCitizen } from '../storage/erase-citizen.ts';
import { tidyIfNeeded } from '../storage/tidy-if-needed.ts';
import { adoptGuest } from './adopt-guest.ts';
import { listOpenDrafts } from './drafts.ts';
import { dropPendingText, listLastWords, putPendingText } from './last-words.ts';
import { deleteDraft } from './mark-draft.ts';
import { openDraft, saveDraft } from './save-draft.ts';

const LATER = new Date(NOON.getTime() + 1_000).toISOString();

let db: CitizenDatabase;

beforeEach(async () => {
  localStorage.clear();
  db = openMemoryDatabase();
  await db.open();
});

function typed(description: string, changes: Partial<PendingTextRow> = {}): PendingTextRow {
  const typedAt = NOON.toISOString();
  return {
    draftId: 'd',
    words: { description },
    baseRevision: 0,
    writer: 'a',
    typing: 1,
    typedAt,
    ...changes,
  };
}

describe('the last words of a page', () => {
  it('need not wait for a save in progress, and are there when the draft is opened', async () => {
    await db.transaction('rw', db.drafts, db.pendingText, async () => {
      await db.drafts.count();
      putPendingText(db, typed('última palavra'));
      expect(listLastWords(db)).toHaveLength(1);
    });
    expect((await openDraft(db, 'd', NOON))?.description).toBe('última palavra');
    expect(localStorage).toHaveLength(0);
    expect(await db.pendingText.count()).toBe(0);
  });

  it('are kept also when the database has been closed before, but not for whoever is being erased', async () => {
    db.close({ disableAutoOpen: false });
    putPendingText(db, typed('última palavra'));
    expect(listLastWords(db)).toMatchObject([{ text: 'última palavra' }]);
    localStorage.clear();
    closeErased(db);
    putPendingText(db, typed('de quem já saiu'));
    expect(localStorage).toHaveLength(0);
  });

  it('are with their draft in the page alone where the browser keeps nothing', async () => {
    noteTrouble('memoryOnly');
    putPendingText(db, typed('última palavra'));
    endTrouble('memoryOnly');
    expect(localStorage).toHaveLength(0);
    expect((await openDraft(db, 'd', NOON))?.description).toBe('última palavra');
  });

  it('never come back over newer ones of the same page', async () => {
    putPendingText(db, typed('antes'));
    const edit = { patch: { description: 'antes e depois' }, baseRevision: 0, writer: 'a', typing: 2 };
    await saveDraft(db, 'd', edit, NOON);
    expect((await openDraft(db, 'd', NOON))?.description).toBe('antes e depois');
    expect(await db.drafts.count()).toBe(1);
  });

  it('go once they are saved, but not what was put down since', async () => {
    const row = typed('um', { typing: 2 });
    putPendingText(db, row);
    // Where the browser has no `localStorage`, the words are in this table.
    await db.pendingText.put(row);
    await dropPendingText(db, { draftId: 'd', writer: 'a', typing: 1 });
    expect([localStorage.length, await db.pendingText.count()]).toEqual([1, 1]);
    await dropPendingText(db, { draftId: 'd', writer: 'a', typing: 2 });
    expect([localStorage.length, await db.pendingText.count()]).toEqual([0, 0]);
  });

  it('stay when they were put down while older ones were being taken up', async () => {
    const leaving = openMemoryDatabase();
    putPendingText(leaving, typed('um'));
    const more = typed('um, dois', { typing: 2, typedAt: LATER });
    db.pendingText.hook('creating', () => putPendingText(leaving, more));
    await openDraft(db, 'd', NOON);
    expect((await openDraft(db, 'd', NOON))?.description).toBe('um, dois');
    expect(localStorage).toHaveLength(0);
  });

  it('of two tabs that were left one after the other are kept beside each other', async () => {
    await saveDraft(db, 'd', { patch: { description: 'Início' }, baseRevision: 0, writer: 'a' }, NOON);
    putPendingText(db, typed('Início, do primeiro', { baseRevision: 1 }));
    putPendingText(db, typed('Início, do segundo', { baseRevision: 1, writer: 'b', typedAt: LATER }));
    await dropPendingText(db, { draftId: 'd', writer: 'c', typing: 9 });
    expect((await openDraft(db, 'd', NOON))?.description).toBe('Início, do segundo');
    const all = (await listOpenDrafts(db)).map(({ description }) => description);
    expect(all.sort()).toEqual(['Início, do primeiro', 'Início, do segundo']);
    expect([localStorage.length, await db.pendingText.count()]).toEqual([0, 0]);
  });

  it('go by the tab that put them down', async () => {
    putPendingText(db, typed('do primeiro'));
    putPendingText(db, typed('do segundo', { writer: 'b', typedAt: LATER }));
    await dropPendingText(db, { draftId: 'd', writer: 'b', typing: 1 });
    expect(listLastWords(db)).toMatchObject([{ writer: 'a' }]);
  });

  it('are in a copy', async () => {
    putPendingText(db, typed('só aqui'));
    const { drafts } = await readCopySource(db, 'everything', [], NOON);
    expect(drafts.map(({ draft }) => draft.description)).toEqual(['só aqui']);
  });

  it('of a guest move at sign-in', async () => {
    const guest = new CitizenDatabase(GUEST_ID);
    await guest.open();
    putPendingText(guest, typed('antes de entrar'));
    await adoptGuest(db, guest, NOON, 'd');
    expect((await openDraft(db, 'd', NOON))?.description).toBe('antes de entrar');
    expect(localStorage).toHaveLength(0);
    guest.close();
  });

  it('are erased with all that a citizen leaves, and nobody else’s with them', async () => {
    const other = openMemoryDatabase('c_other');
    await other.open();
    putPendingText(db, typed('de uma pessoa'));
    putPendingText(other, typed('de outra pessoa'));
    db.close();
    await eraseCitizen(db.citizenId);
    expect(JSON.stringify({ ...localStorage })).not.toContain('de uma pessoa');
    expect(listLastWords(other)).toHaveLength(1);
  });

  it('of a draft that was deleted meanwhile make no draft of it again', async () => {
    const draftId = await writeCompleteDraft(db, 'Eliminado');
    putPendingText(db, typed('Eliminado, e mais', { draftId, baseRevision: 1 }));
    await deleteDraft(db, draftId, NOON);
    await writeCompleteDraft(db, 'Outro');
    const later = new Date(NOON.getTime() + 25 * 3_600_000);
    for (let start = 0; start < 2; start += 1) await tidyIfNeeded(db, later);
    expect((await listOpenDrafts(db)).map(({ description }) => description)).toEqual(['Outro']);
  });

  it('of a draft that had arrived become a second draft at the next start', async () => {
    const draftId = await writeCompleteDraft(db, 'A');
    await writeCompleteDraft(db, 'Outro');
    await recordReceived(db, registeredRequest(draftId, { description: 'A' }));
    putPendingText(db, typed('A e B', { draftId, baseRevision: 1 }));
    await tidyIfNeeded(db, NOON);
    expect((await listOpenDrafts(db)).map(({ description }) => description).sort()).toEqual([
      'A e B',
      'Outro',
    ]);
    expect(localStorage).toHaveLength(0);
  });

  it('of a tab that hides while its owner is being erased are erased too', async () => {
    const { deleteDatabase } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementationOnce(function hideFirst(
      this: IDBFactory,
      name,
    ) {
      putPendingText(db, typed('de quem já saiu'));
      return deleteDatabase.call(this, name);
    });
    expect(await eraseCitizen(db.citizenId)).toBe('removed');
    expect(localStorage).toHaveLength(0);
  });

  it.each([
    '{',
    '{"draftId":"d"}',
    '{"draftId":"d","words":{"description":"x"},"writer":{},"typedAt":""}',
    '{"draftId":"d","words":null}',
    '[]',
  ])('are nothing where somebody wrote %s', async (text) => {
    localStorage.setItem(`eclic-last-words/${db.citizenId}/d`, text);
    expect(await openDraft(db, 'd', NOON)).toBeUndefined();
  });
});
