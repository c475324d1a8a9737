import { beforeEach, describe, expect, it } from 'vitest';
import { NOON, registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts, readDraft } from '../../db/drafts/drafts.ts';
import { dropPendingText, keepTyping, putPendingText } from '../../db/drafts/last-words.ts';
import { deleteDraft, restoreDraft } from '../../db/drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { takeBack } from '../../db/outbox/take-back.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { tidyIfNeeded } from '../../db/storage/tidy-if-needed.ts';
import { createDraftSaver, type DraftSaver } from './autosave.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

interface Tab {
  writer?: string;
  draftId?: string;
  baseRevision?: number;
}

function openTab({ writer = 'a', draftId = 'd', baseRevision = 0 }: Tab = {}): DraftSaver {
  return createDraftSaver({
    draftId,
    baseRevision,
    writer,
    clock: manualClock(NOON),
    save: (id, edit, now) => saveDraft(db, id, edit, now),
    putPending: (row) => putPendingText(db, row),
    keepTyping: (row) => keepTyping(db, row),
    dropPending: (saved) => void dropPendingText(db, saved),
  });
}

async function textOf(draftId: string): Promise<string | undefined> {
  return (await readDraft(db, draftId))?.description;
}

async function otherDraftOf(tab: DraftSaver): Promise<string | undefined> {
  const { otherDraftId } = tab.getState();
  return otherDraftId === null ? undefined : textOf(otherDraftId);
}

describe('two tabs on one draft', () => {
  it('keeps this text at its address and the other one as a second draft, and each goes on in its own', async () => {
    const a = openTab({ writer: 'a' });
    const b = openTab({ writer: 'b' });
    a.change({ description: 'texto A' });
    await a.flush();
    b.change({ description: 'texto B' });
    await b.flush();
    expect(await textOf('d')).toBe('texto B');
    expect(await otherDraftOf(b)).toBe('texto A');

    a.change({ description: 'texto A, mais' });
    const moved = await a.flush();
    expect(moved).toMatchObject({ hasMoved: true, draftId: b.getState().otherDraftId });
    a.change({ description: 'texto A, e mais' });
    await a.flush();
    expect(await textOf(moved.draftId)).toBe('texto A, e mais');
    expect(await textOf('d')).toBe('texto B');
  });

  it('does not take a text for read because it saved something else meanwhile', async () => {
    const a = openTab({ writer: 'a' });
    a.change({ description: 'texto A' });
    await a.flush();
    const b = openTab({ writer: 'b', baseRevision: 0 });
    b.change({ kind: 'complaint' });
    await b.flush();
    b.change({ description: 'texto B' });
    await b.flush();
    expect(await otherDraftOf(b)).toBe('texto A');
  });
});

const ASKED = 'Quando recebo a resposta?';

describe('a draft that is no longer open', () => {
  it('is never changed by a late save once it was submitted', async () => {
    const draftId = await writeCompleteDraft(db, 'Texto que foi submetido.');
    const tab = openTab({ draftId, baseRevision: 1 });
    await submitDraft(db, draftId, NOON);
    tab.change({ description: 'tarde demais' });
    expect((await tab.flush()).status).toBe('frozen');
    expect(await textOf(draftId)).toBe('Texto que foi submetido.');
    expect(await db.pendingText.get(draftId)).toMatchObject({ words: { description: 'tarde demais' } });
  });

  it.each([
    ['opens again', (id: string) => takeBack(db, id, NOON).then(() => openDraft(db, id, NOON))],
    ['arrives', (id: string) => recordReceived(db, registeredRequest(id, { description: ASKED }))],
  ])('loses nothing that a tab, killed since, wrote while it waited, when it %s', async (_, goOn) => {
    const draftId = await writeCompleteDraft(db, ASKED);
    const tab = openTab({ draftId, writer: 'b', baseRevision: 1 });
    expect(await submitDraft(db, draftId, NOON)).toMatchObject({ ok: true });
    tab.change({ description: `${ASKED} E B` });
    expect((await tab.flush()).status).toBe('frozen');
    await goOn(draftId);
    expect((await listOpenDrafts(db)).map(({ description }) => description)).toEqual([`${ASKED} E B`]);
  });

  it('goes on in what is left of it when it arrives as it was before it was taken back', async () => {
    const draftId = await writeCompleteDraft(db, ASKED);
    expect(await submitDraft(db, draftId, NOON)).toMatchObject({ ok: true });
    await takeBack(db, draftId, NOON);
    const tab = openTab({ draftId, baseRevision: (await readDraft(db, draftId))?.revision ?? 0 });
    tab.change({ description: `${ASKED} E B` });
    await tab.flush();
    await recordReceived(db, registeredRequest(draftId, { description: ASKED }));
    tab.change({ description: `${ASKED} E B e C` });
    await tab.flush();
    expect((await listOpenDrafts(db)).map(({ description }) => description)).toEqual([`${ASKED} E B e C`]);
  });

  it('goes on in a second draft, with all that was sent, when another device has sent it', async () => {
    const draftId = await writeCompleteDraft(db, 'A');
    const sent = await readDraft(db, draftId);
    const tab = openTab({ draftId, baseRevision: sent?.revision ?? 0 });
    await recordReceived(db, registeredRequest(draftId, { description: 'A', kind: 'information' }));
    expect(await listOpenDrafts(db)).toEqual([]);
    tab.change({ description: 'A e B' });
    expect(await tab.flush()).toMatchObject({ status: 'saved', hasMoved: true });
    tab.change({ description: 'A e B e C' });
    await tab.flush();
    const { topic } = registeredRequest(draftId);
    expect(await listOpenDrafts(db)).toMatchObject([
      { kind: 'information', topic, description: 'A e B e C', submittedAt: null },
    ]);
  });

  it('is left over once of what a tab went on writing and put down before it arrived', async () => {
    const draftId = await writeCompleteDraft(db, ASKED);
    const tab = openTab({
      draftId,
      writer: 'b',
      baseRevision: (await readDraft(db, draftId))?.revision ?? 0,
    });
    expect(await submitDraft(db, draftId, NOON)).toMatchObject({ ok: true });
    tab.change({ description: `${ASKED} E B` });
    tab.hide();
    await tab.flush();
    await recordReceived(db, registeredRequest(draftId, { description: ASKED }));
    expect(await tab.flush()).toMatchObject({ hasMoved: true });
    expect((await listOpenDrafts(db)).map(({ description }) => description)).toEqual([`${ASKED} E B`]);
  });

  it('becomes a second draft of words that a page put down when it had arrived', async () => {
    const draftId = await writeCompleteDraft(db, 'A');
    await recordReceived(db, registeredRequest(draftId, { description: 'A' }));
    const row = { draftId, baseRevision: 1, writer: 'b', typedAt: NOON.toISOString() };
    await db.pendingText.put({ ...row, words: { description: 'A e B' } });
    await tidyIfNeeded(db, NOON);
    expect((await listOpenDrafts(db)).map(({ description }) => description)).toEqual(['A e B']);
    await db.pendingText.put({ ...row, writer: 'c', words: { description: 'A' } });
    await tidyIfNeeded(db, NOON);
    expect(await listOpenDrafts(db)).toHaveLength(1);
    expect(await db.pendingText.count()).toBe(0);
  });

  it('has what was chosen after it had arrived in the second draft that the next words make', async () => {
    const draftId = await writeCompleteDraft(db, 'A');
    const tab = openTab({ draftId, baseRevision: 1 });
    await recordReceived(db, registeredRequest(draftId, { description: 'A', kind: 'information' }));
    tab.choose({ kind: 'complaint' });
    await tab.flush();
    expect(await listOpenDrafts(db)).toEqual([]);
    tab.change({ description: 'A e B' });
    await tab.flush();
    expect(await listOpenDrafts(db)).toMatchObject([{ kind: 'complaint', description: 'A e B' }]);
  });

  it('is not written anew by a save that was late, with no more than was sent', async () => {
    const draftId = await writeCompleteDraft(db, 'A e B');
    const tab = openTab({ draftId, baseRevision: 1 });
    await recordReceived(db, registeredRequest(draftId, { description: 'A e B' }));
    tab.change({ description: 'A e' });
    expect((await tab.flush()).status).toBe('frozen');
    expect(tab.unsavedText()).toBeNull();
    expect(await listOpenDrafts(db)).toEqual([]);
  });

  it('takes the text in again when a deleted draft is brought back', async () => {
    const draftId = await writeCompleteDraft(db, 'antes');
    const tab = openTab({ draftId, baseRevision: 1 });
    await deleteDraft(db, draftId, NOON);
    tab.change({ description: 'antes e depois' });
    expect((await tab.flush()).status).toBe('frozen');
    expect((await readDraft(db, draftId))?.deletedAt).toBe(NOON.toISOString());
    await restoreDraft(db, draftId);
    expect((await tab.flush()).status).toBe('saved');
    expect(await textOf(draftId)).toBe('antes e depois');
  });
});
