import { beforeEach, expect, test } from 'vitest';
import type { Change } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { sheetsOf } from '../core/file-schema.ts';
import { listAttachments, readPhoto, readScan } from '../files/file-rows.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { applyChanges } from '../requests/apply-changes.ts';
import { noteAccountSaved, readDraftContent } from './account-drafts.ts';
import { addAttachment, type NewAttachment, removeAttachment, restoreAttachment } from './attachments.ts';
import { addPictures, listPictures, pagesAmong } from './chosen-pictures.ts';
import { listOpenDrafts, readDraft } from './drafts.ts';
import { listOnlyHere } from './only-here.ts';
import { addPhoto, attachScan, changeSheet, detachScan } from './scans.ts';
import { replaceWithSmaller, restoreOriginal } from './smaller-photos.ts';

let db: CitizenDatabase;
let draftId: string;

/** The citizen chooses two photos as files, and presses *Juntar as fotografias num PDF*. */
beforeEach(async () => {
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
  for (const n of [1, 2]) {
    await addAttachment(db, draftId, await fileOf(`p${n}`, jpegHeader(n, n)), new Date(NOON.getTime() + n));
  }
  await joinPictures();
});

async function fileOf(id: string, bytes: ArrayBuffer, type = 'image/jpeg'): Promise<NewAttachment> {
  return { id, name: `${id}.jpg`, type, bytes, sha256: await sha256Hex(bytes), thumbnail: null };
}

const listPages = async () => pagesAmong(db, await listPictures(db, draftId));
const joinPictures = async () => addPictures(db, draftId, await listPages(), NOON);
const sheets = async (id = draftId) => sheetsOf(await readScan(db, id));
const files = async () => (await listAttachments(db, draftId)).map(({ id }) => id);
const LATER = new Date(NOON.getTime() + 60_000);
const makePdf = (id = 'pdf', side = 7) => fileOf(id, jpegHeader(side, side), 'application/pdf');

async function takeAgain(attachmentId: string): Promise<void> {
  const former = (await sheets()).find((sheet) => sheet.attachmentId === attachmentId);
  await addPhoto(db, draftId, { id: 'again', type: 'image/jpeg', bytes: jpegHeader(9, 9) }, NOON, former?.id);
}

const bring = (change: Change) =>
  applyChanges(db, { changes: [change], cursor: '1', more: false, serverTime: NOON.toISOString() }, NOON);

/** Has the feed bring the request with the files that the draft had, and returns the drafts that are left. */
async function arrive() {
  await submitDraft(db, draftId, NOON);
  const request = registeredRequest(draftId, { attachments: await listAttachments(db, draftId) });
  await bring({ type: 'request', request });
  return listOpenDrafts(db);
}

test('chosen pictures that were not joined are sent as files, and leave no second draft', async () => {
  expect(await arrive()).toEqual([]);
  expect([await db.scans.count(), await db.chunks.count()]).toEqual([0, 0]);
});

test('chosen pictures that were not joined are on this device no more than the draft is', async () => {
  expect(await listOnlyHere(db)).toEqual(new Set());
});

test('a chosen picture that is removed is in no PDF, and stands again in its place with «Desfazer»', async () => {
  await removeAttachment(db, 'p1', NOON);
  expect(await sheets()).toMatchObject([{ attachmentId: 'p2' }]);
  expect(await listOnlyHere(db)).toEqual(new Set());
  await restoreAttachment(db, 'p1', NOON);
  await joinPictures();
  expect(await sheets()).toMatchObject([{ attachmentId: 'p1' }, { attachmentId: 'p2' }]);
});

test('a chosen picture that another device removed is in no PDF', async () => {
  await db.attachments.toCollection().modify((file) => {
    Object.assign(file, { isUploaded: true, uploadId: `u-${file.id}` });
  });
  const draft = await readDraft(db, draftId);
  if (!draft) throw new Error('No draft');
  const content = await readDraftContent(db, draft);
  const saved = { id: draftId, etag: '1', savedAt: NOON.toISOString(), content };
  await noteAccountSaved(db, saved, { revision: draft.revision, isWhole: true });
  const attachments = content.attachments.filter(({ id }) => id !== 'p1');
  await bring({ type: 'draft', draft: { ...saved, etag: '2', content: { ...content, attachments } } });
  expect(await files()).toEqual(['p2']);
  expect(await sheets()).toMatchObject([{ attachmentId: 'p2' }]);
  expect(await listOnlyHere(db)).toEqual(new Set());
});

test('a page that was removed before its picture does not come back with the picture', async () => {
  const [first] = await sheets();
  await changeSheet(db, draftId, first?.id ?? '', { removedAt: new Date(NOON.getTime() - 1).toISOString() });
  await removeAttachment(db, 'p1', NOON);
  await restoreAttachment(db, 'p1', NOON);
  expect(await sheets()).toMatchObject([{ attachmentId: 'p2' }]);
});

test('the new photo of a page that was taken again stays when the chosen picture is removed, which no PDF brings back', async () => {
  await takeAgain('p1');
  await removeAttachment(db, 'p1', NOON);
  const all = await sheets();
  expect(all).toMatchObject([{ id: 'again' }, { attachmentId: 'p2' }]);
  await attachScan(db, draftId, await makePdf(), all, LATER);
  await detachScan(db, draftId, 'pdf', all, LATER);
  expect(await sheets()).toEqual(all);
  expect(await files()).toEqual(['p2']);
});

test('a PDF of a picture that was removed while it was being made is not attached', async () => {
  const all = await sheets();
  await removeAttachment(db, 'p1', NOON);
  expect(await attachScan(db, draftId, await makePdf(), all, LATER)).toBe(false);
  expect(await files()).toEqual(['p2']);
});

test('the same sheets do not become a second PDF', async () => {
  const all = await sheets();
  expect(await attachScan(db, draftId, await makePdf(), all, NOON)).toBe(true);
  expect(await attachScan(db, draftId, await makePdf('second', 8), all, LATER)).toBe(false);
  expect(await files()).toEqual(['pdf']);
});

test('a PDF takes the place of a picture that was made smaller while it was being made', async () => {
  const all = await sheets();
  await replaceWithSmaller(db, 'p1', await fileOf('small', jpegHeader(3, 3)), NOON);
  await attachScan(db, draftId, await makePdf(), all, LATER);
  expect(await files()).toEqual(['pdf']);
  await detachScan(db, draftId, 'pdf', all, LATER);
  expect(await files()).toEqual(['small', 'p2']);
});

test('a photo of paper beside chosen pictures is left over alone when these have arrived', async () => {
  await addPhoto(db, draftId, { id: 'paper', type: 'image/jpeg', bytes: jpegHeader(5, 5) }, NOON);
  const [draft, ...others] = await arrive();
  const left = await sheets(draft?.id);
  expect([others, left.map(({ id }) => id)]).toEqual([[], ['paper']]);
  expect(left[0] && (await readPhoto(db, left[0]))?.size).toBe(jpegHeader().byteLength);
  expect(await db.chunks.count()).toBe(1);
});

test('of a chosen picture that was taken again the new photo is left over where it is not joined', async () => {
  await takeAgain('p1');
  expect(await listOnlyHere(db)).toEqual(new Set([draftId]));
  const [draft] = await arrive();
  expect((await sheets(draft?.id)).map(({ id }) => id)).toEqual(['again']);
});

test('whoever takes a page again and then removes it still sends the picture that they had chosen', async () => {
  await takeAgain('p1');
  await changeSheet(db, draftId, 'again', { removedAt: NOON.toISOString() });
  expect(await files()).toEqual(['p1', 'p2']);
});

test('a chosen picture that is made smaller, or large again, is still one thing with its page', async () => {
  await replaceWithSmaller(db, 'p1', await fileOf('small', jpegHeader(3, 3)), NOON);
  expect(await listOnlyHere(db)).toEqual(new Set());
  await joinPictures();
  expect(await sheets()).toHaveLength(2);
  await restoreOriginal(db, 'small', NOON);
  expect(await listOnlyHere(db)).toEqual(new Set());
  await joinPictures();
  expect(await sheets()).toHaveLength(2);
});

test('a chosen picture that was taken again is not joined a second time, and the PDF is the only file', async () => {
  await takeAgain('p1');
  await joinPictures();
  expect(await sheets()).toMatchObject([{ id: 'again', attachmentId: 'p1' }, { attachmentId: 'p2' }]);
  await attachScan(db, draftId, await makePdf(), await sheets(), NOON);
  expect(await files()).toEqual(['pdf']);
});

test('a picture that is too long for its words to be read on one page is not offered as one', async () => {
  await addAttachment(db, draftId, await fileOf('talk', jpegHeader(1080, 12_000)), NOON);
  expect((await listPages()).map(({ id }) => id)).toEqual(['p1', 'p2']);
});
