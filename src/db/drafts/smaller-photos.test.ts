import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readLocalBytes } from '../files/downloads.ts';
import { listAttachments } from '../files/file-rows.ts';
import { submitDraft } from '../outbox/submit-draft.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import { addAttachment, type NewAttachment, removeAttachment } from './attachments.ts';
import { readPhotoOffers, replaceWithSmaller, restoreOriginal } from './smaller-photos.ts';

const MB = 1024 * 1024;
const IN_TWO_DAYS = new Date(NOON.getTime() + 48 * 60 * 60 * 1000);

let db: CitizenDatabase;
let draftId: string;

beforeEach(async () => {
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
});

async function photo(size: number, name = 'foto.jpg'): Promise<NewAttachment> {
  const bytes = new Uint8Array(size).fill(7);
  bytes.set([0xff, 0xd8, 0xff]);
  const sha256 = await sha256Hex(bytes);
  return { id: crypto.randomUUID(), name, type: 'image/jpeg', sha256, bytes: bytes.buffer, thumbnail: null };
}

async function attach(file: NewAttachment, minutes = 0): Promise<string> {
  await addAttachment(db, draftId, file, new Date(NOON.getTime() + minutes * 60_000));
  return file.id;
}

const list = async () => (await listAttachments(db, draftId)).map(({ name, size }) => `${name} ${size}`);
const offers = async () => [...(await readPhotoOffers(db, await listAttachments(db, draftId))).values()];

describe('a photo that is made smaller', () => {
  it('takes the place of the larger one, which comes back whole', async () => {
    const original = await photo(3 * MB, 'grande.jpg');
    await attach(original);
    await attach(await photo(1000, 'outra.jpg'), 1);
    expect(await offers()).toEqual(['reduce']);

    const smaller = await photo(5000, 'grande.jpg');
    expect(await replaceWithSmaller(db, original.id, smaller, NOON)).toBe(true);
    expect(await list()).toEqual(['grande.jpg 5000', 'outra.jpg 1000']);
    expect(await offers()).toEqual(['restore']);

    expect((await restoreOriginal(db, smaller.id, NOON))?.id).toBe(original.id);
    expect(await list()).toEqual([`grande.jpg ${3 * MB}`, 'outra.jpg 1000']);
    const bytes = await new Blob(await readLocalBytes(db, original.id)).arrayBuffer();
    expect(await sha256Hex(bytes)).toBe(original.sha256);
  });

  it('tells the account that the draft has changed, both ways', async () => {
    const originalId = await attach(await photo(3 * MB));
    const revision = async () => (await db.drafts.get(draftId))?.revision ?? 0;
    const before = await revision();
    const smaller = await photo(5000);
    await replaceWithSmaller(db, originalId, smaller, NOON);
    expect(await revision()).toBe(before + 1);
    await restoreOriginal(db, smaller.id, NOON);
    expect(await revision()).toBe(before + 2);
  });

  it('keeps the larger one for days, and lets go of both when it is removed itself', async () => {
    const originalId = await attach(await photo(3 * MB));
    const smaller = await photo(5000);
    await replaceWithSmaller(db, originalId, smaller, NOON);
    await purgeDeleted(db, IN_TWO_DAYS);
    expect(await offers()).toEqual(['restore']);
    await removeAttachment(db, smaller.id, NOON);
    await purgeDeleted(db, IN_TWO_DAYS);
    expect(await db.attachments.count()).toBe(0);
    expect(await db.chunks.count()).toBe(0);
  });

  it('is what is submitted, and nothing can be exchanged after that', async () => {
    const originalId = await attach(await photo(3 * MB));
    const smaller = await photo(5000);
    await replaceWithSmaller(db, originalId, smaller, NOON);
    await submitDraft(db, draftId, NOON);
    const [entry] = await db.outbox.toArray();
    expect(entry?.command).toMatchObject({ attachments: [{ id: smaller.id, size: 5000 }] });
    expect(await restoreOriginal(db, smaller.id, NOON)).toBeUndefined();
    expect(await replaceWithSmaller(db, smaller.id, await photo(50), NOON)).toBe(false);
    expect(await list()).toEqual(['foto.jpg 5000']);
  });

  it('stays when the larger one is gone, and offers nothing more', async () => {
    const originalId = await attach(await photo(3 * MB));
    const smaller = await photo(5000);
    await replaceWithSmaller(db, originalId, smaller, NOON);
    await db.attachments.delete(originalId);
    expect(await offers()).toEqual([]);
    expect(await restoreOriginal(db, smaller.id, NOON)).toBeUndefined();
    expect(await list()).toEqual(['foto.jpg 5000']);
  });

  it('is not there twice when the larger one was chosen again before it came back', async () => {
    const original = await photo(3 * MB);
    await attach(original);
    const smaller = await photo(5000);
    await replaceWithSmaller(db, original.id, smaller, NOON);
    await attach({ ...original, id: crypto.randomUUID() });
    await restoreOriginal(db, smaller.id, NOON);
    expect(await list()).toEqual([`foto.jpg ${3 * MB}`]);
  });
});

it('offers nothing for a photo whose bytes only the server has', async () => {
  const id = await attach(await photo(3 * MB));
  await db.attachments.update(id, { chunkCount: 0 });
  expect(await offers()).toEqual([]);
});
