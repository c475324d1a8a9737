import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import {
  attachPdf,
  NOON,
  pdfBytes,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { CHUNK_BYTES, listAttachments, readAttachmentBytes, readChunk } from '../files/file-rows.ts';
import { recordReceived } from '../requests/requests.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import { addAttachment, removeAttachment, restoreAttachment } from './attachments.ts';
import { listOpenDrafts } from './drafts.ts';

let db: CitizenDatabase;
let draftId: string;

beforeEach(async () => {
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
});

const names = async () => (await listAttachments(db, draftId)).map((attachment) => attachment.name);

describe('addAttachment', () => {
  it('keeps the bytes in rows of 1 MiB and gives all of them back', async () => {
    const bytes = pdfBytes(CHUNK_BYTES * 2 + 5, 7);
    const id = await attachPdf(db, draftId, bytes);
    const [attachment] = await listAttachments(db, draftId);
    expect(attachment).toMatchObject({ id, size: CHUNK_BYTES * 2 + 5, chunkCount: 3 });
    expect((await readChunk(db, id, 2))?.bytes.byteLength).toBe(5);
    const chunks = (await readAttachmentBytes(db, { id, chunkCount: 3 })) ?? [];
    expect(await sha256Hex(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))))).toBe(
      await sha256Hex(bytes),
    );
  });

  it('refuses the same content under another name and keeps other content of the same name', async () => {
    await attachPdf(db, draftId, pdfBytes(64, 1), 'x.pdf');
    await attachPdf(db, draftId, pdfBytes(64, 1), 'copy.pdf');
    await attachPdf(db, draftId, pdfBytes(64, 2), 'x.pdf');
    expect(await names()).toEqual(['x.pdf', 'x.pdf']);
  });

  it('adds nothing to a draft that has been submitted', async () => {
    const submitted = await submitCompleteDraft(db);
    const file = { id: 'f', name: 'a', type: 'text/plain', sha256: 'aa', bytes: pdfBytes(), thumbnail: null };
    expect(await addAttachment(db, submitted, file, NOON)).toBe(false);
    expect(await db.chunks.count()).toBe(0);
  });

  it('keeps nothing of a file when the device is full half-way', async () => {
    const file = { id: 'f', name: 'a', type: 'text/plain', sha256: 'aa', bytes: pdfBytes(), thumbnail: null };
    db.attachments.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(addAttachment(db, draftId, file, NOON)).rejects.toThrow();
    expect(await db.chunks.count()).toBe(0);
    expect(await names()).toEqual([]);
  });
});

describe('a removed attachment', () => {
  it('is gone from the list, can be brought back with its bytes, and is erased after a day', async () => {
    const id = await attachPdf(db, draftId);
    await removeAttachment(db, id, NOON);
    expect(await names()).toEqual([]);
    await restoreAttachment(db, id, NOON);
    expect(await names()).toEqual(['fatura.pdf']);
    expect(await readChunk(db, id, 0)).toBeDefined();

    await removeAttachment(db, id, NOON);
    await purgeDeleted(db, new Date(NOON.getTime() + 24 * 60 * 60 * 1000 + 1));
    expect(await db.attachments.count()).toBe(0);
    expect(await db.chunks.count()).toBe(0);
  });

  it('does not come back as a double when the same file was chosen again', async () => {
    const id = await attachPdf(db, draftId);
    await removeAttachment(db, id, NOON);
    await attachPdf(db, draftId, pdfBytes(), 'de novo.pdf');
    await restoreAttachment(db, id, NOON);
    expect(await names()).toEqual(['de novo.pdf']);
  });
});

describe('readAttachmentBytes', () => {
  it('answers nothing when a part is missing, rather than a shorter file', async () => {
    const id = await attachPdf(db, draftId, pdfBytes(CHUNK_BYTES + 1));
    await db.chunks.delete([id, 0]);
    expect(await readAttachmentBytes(db, { id, chunkCount: 2 })).toBeUndefined();
  });
});

it('files that did not arrive with their draft are in one draft, beside which there is none of words that were emptied', async () => {
  await attachPdf(db, draftId);
  const typed = { draftId, words: { description: '' }, baseRevision: 0, writer: 'x', typing: 1 };
  await db.pendingText.put({ ...typed, typedAt: NOON.toISOString() });
  await recordReceived(db, registeredRequest(draftId));
  const [draft, ...others] = await listOpenDrafts(db);
  expect([await listAttachments(db, draft?.id ?? ''), others]).toMatchObject([[{ size: 64 }], []]);
});
