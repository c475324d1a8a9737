import { beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { citizenMessage, NOON, pdfBytes, writeCompleteDraft, writeReply } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { sheetsOf } from '../core/file-schema.ts';
import { CHUNK_BYTES, listAttachments, readPhoto, readScan, readSmallPicture } from '../files/file-rows.ts';
import { listReplyDrafts } from '../outbox/replies.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { putMessage } from '../requests/messages.ts';
import { readLocalData } from '../storage/local-data.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import { hasAccountWork } from './account-work.ts';
import { adoptGuest, copyGuestDrafts, eraseAdopted, readGuestDrafts } from './adopt-guest.ts';
import { deleteDraft, restoreDraft } from './mark-draft.ts';
import { saveDraft } from './save-draft.ts';
import { addPhoto, attachScan, changeSheet, detachScan, keepSheet, moveSheet } from './scans.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const LATER = new Date(NOON.getTime() + 2 * DAY_MS);

let db: CitizenDatabase;
let draftId: string;

beforeEach(async () => {
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
});

const photo = (id: string, size = 64) => ({ id, type: 'image/jpeg', bytes: pdfBytes(size) });
const ids = async (of = db, id = draftId) => sheetsOf(await readScan(of, id)).map((sheet) => sheet.id);

async function sheet(id: string) {
  const found = sheetsOf(await readScan(db, draftId)).find((each) => each.id === id);
  if (!found) throw new Error(`No sheet ${id}`);
  return found;
}

async function pdf() {
  const bytes = pdfBytes(200);
  const sha256 = await sha256Hex(bytes);
  return { id: 'pdf', name: 'contrato.pdf', type: 'application/pdf', sha256, bytes, thumbnail: null };
}

describe('a photo of paper', () => {
  test('is on disk, whole, when the browser is closed the next moment', async () => {
    await addPhoto(db, draftId, photo('a', CHUNK_BYTES + 5), NOON);
    db.close();
    await db.open();
    expect(await ids()).toEqual(['a']);
    expect((await readPhoto(db, await sheet('a')))?.size).toBe(CHUNK_BYTES + 5);
  });

  test('that the device has no room for leaves nothing behind, and those before it stay', async () => {
    await addPhoto(db, draftId, photo('a'), NOON);
    db.scans.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(addPhoto(db, draftId, photo('b'), NOON)).rejects.toThrow();
    expect(await ids()).toEqual(['a']);
    expect(await db.chunks.count()).toBe(1);
  });

  test('is not kept for a draft that has been submitted', async () => {
    await db.drafts.update(draftId, { submittedAt: NOON.toISOString() });
    expect(await addPhoto(db, draftId, photo('a'), NOON)).toBe(false);
    expect(await db.chunks.count()).toBe(0);
  });

  test('taken again stands where the one before it stood', async () => {
    for (const id of ['a', 'b', 'c']) await addPhoto(db, draftId, photo(id), NOON);
    await addPhoto(db, draftId, photo('again'), NOON, 'b');
    expect(await ids()).toEqual(['a', 'again', 'c']);
  });

  test('moves up and down past those that are removed, and not beyond the ends', async () => {
    for (const id of ['a', 'b', 'c']) await addPhoto(db, draftId, photo(id), NOON);
    await changeSheet(db, draftId, 'b', { removedAt: NOON.toISOString() });
    await moveSheet(db, draftId, 'c', -1);
    expect(await ids()).toEqual(['c', 'a']);
    await moveSheet(db, draftId, 'c', -1);
    await changeSheet(db, draftId, 'b', { removedAt: null });
    expect(await ids()).toEqual(['c', 'b', 'a']);
  });

  test('has a small picture once its page is used', async () => {
    await addPhoto(db, draftId, photo('a'), NOON);
    const small = pdfBytes(20);
    await keepSheet(db, draftId, await sheet('a'), { turn: 1, corners: null, small });
    expect(await sheet('a')).toMatchObject({ isUsed: true, turn: 1 });
    expect((await readSmallPicture(db, await sheet('a')))?.byteLength).toBe(20);
    expect((await readPhoto(db, await sheet('a')))?.size).toBe(64);
  });
});

describe('the PDF of the sheets', () => {
  test('takes their place, and Desfazer brings them back until the draft is on its way with it', async () => {
    await addPhoto(db, draftId, photo('a'), NOON);
    const sheets = [await sheet('a')];
    expect(await attachScan(db, draftId, await pdf(), sheets, NOON)).toBe(true);
    expect(await ids()).toEqual([]);
    await detachScan(db, draftId, 'pdf', sheets, NOON);
    expect(await ids()).toEqual(['a']);
    expect(await listAttachments(db, draftId)).toEqual([]);
    await attachScan(db, draftId, await pdf(), sheets, NOON);
    await submitDraft(db, draftId, NOON);
    await detachScan(db, draftId, 'pdf', sheets, NOON);
    expect(await ids()).toEqual([]);
  });

  test('lets their photos be erased after a day', async () => {
    await addPhoto(db, draftId, photo('a'), NOON);
    await attachScan(db, draftId, await pdf(), [await sheet('a')], NOON);
    await purgeDeleted(db, NOON);
    expect(await db.chunks.count()).toBe(2);
    await purgeDeleted(db, LATER);
    expect(await db.chunks.toCollection().primaryKeys()).toEqual([['pdf', 0]]);
    expect(await db.scans.count()).toBe(0);
  });
});

describe('with its draft', () => {
  beforeEach(async () => {
    await addPhoto(db, draftId, photo('a'), NOON);
    await addPhoto(db, draftId, photo('b'), NOON);
  });

  test('a photo is deleted, comes back by Desfazer, and is erased after a day', async () => {
    await deleteDraft(db, draftId, NOON);
    await purgeDeleted(db, NOON);
    await restoreDraft(db, draftId);
    expect(await ids()).toEqual(['a', 'b']);
    await deleteDraft(db, draftId, NOON);
    await purgeDeleted(db, LATER);
    expect([await db.scans.count(), await db.chunks.count()]).toEqual([0, 0]);
  });

  test('a photo goes when a tab of an older build has erased the draft alone', async () => {
    await db.drafts.delete(draftId);
    await purgeDeleted(db, NOON);
    expect([await db.scans.count(), await db.chunks.count()]).toEqual([0, 0]);
  });

  test('a guest’s photos come to who signs in, once, and leave the guest', async () => {
    const mine = openMemoryDatabase('c_mine');
    await adoptGuest(mine, db, NOON, draftId);
    expect(await ids(mine)).toEqual(['a', 'b']);
    expect(await mine.chunks.count()).toBe(2);
    expect([await db.scans.count(), await db.chunks.count()]).toEqual([0, 0]);
  });

  test('a photo taken in another tab while the guest’s draft moves is not erased with it', async () => {
    const mine = openMemoryDatabase('c_mine');
    const found = await readGuestDrafts(db, NOON);
    await copyGuestDrafts(mine, db, found);
    await addPhoto(db, draftId, photo('c'), NOON);
    await eraseAdopted(db, found);
    await adoptGuest(mine, db, NOON, draftId);
    expect(await ids(mine)).toEqual(['a', 'b', 'c']);
    expect([await mine.drafts.count(), await mine.chunks.count(), await db.scans.count()]).toEqual([1, 3, 0]);
  });
});

describe('of a reply', () => {
  const messageOf = (replyId: string) => async () => putMessage(db, citizenMessage(replyId, 'r1'));

  test('photos that were removed are erased when it has arrived', async () => {
    const replyId = await writeReply(db, 'r1');
    await addPhoto(db, replyId, photo('a'), NOON);
    await changeSheet(db, replyId, 'a', { removedAt: NOON.toISOString() });
    await submitDraft(db, replyId, NOON);
    await db.transaction('rw', db.tables, messageOf(replyId));
    expect([await db.scans.count(), await db.chunks.count()]).toEqual([0, 0]);
  });

  test('photos that are all that was begun are offered again, and are known to be on this device alone', async () => {
    await db.drafts.clear();
    const patch = { replyTo: { requestId: 'r1', purpose: 'reply' as const } };
    await saveDraft(db, 'reply', { patch, baseRevision: 0, writer: 'a' }, NOON);
    expect(await listReplyDrafts(db, 'r1')).toEqual([]);
    await addPhoto(db, 'reply', photo('a'), NOON);
    expect(await listReplyDrafts(db, 'r1')).toMatchObject([{ id: 'reply' }]);
    expect(await readLocalData(db)).toMatchObject({ inAccount: [], onlyHere: [{ id: 'reply' }] });
  });
});

test('photos make a draft of the account one that is on this device alone, and put nothing into the account', async () => {
  const { revision = 0 } = (await db.drafts.get(draftId)) ?? {};
  await db.drafts.update(draftId, {
    account: { revision, etag: 'e', savedAt: NOON.toISOString(), refusedRevision: null },
  });
  expect(await readLocalData(db)).toMatchObject({ inAccount: [{ id: draftId }], onlyHere: [] });
  await addPhoto(db, draftId, photo('a'), NOON);
  expect(await readLocalData(db)).toMatchObject({ inAccount: [], onlyHere: [{ id: draftId }] });
  await saveDraft(db, 'empty', { patch: { description: '' }, baseRevision: 0, writer: 'a' }, NOON);
  await addPhoto(db, 'empty', photo('b'), NOON);
  expect(await hasAccountWork(db)).toBe(false);
});
