import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { readWake } from '../core/metadata.ts';
import { readTrouble } from '../core/storage-trouble.ts';
import { addAttachment } from '../drafts/attachments.ts';
import { purgeDeleted } from '../storage/tidy.ts';
import {
  forgetDownload,
  postponeDownload,
  readDownloadState,
  readLocalBytes,
  refuseDownload,
  saveDownload,
  wantDownload,
} from './downloads.ts';
import { listDueDownloads, resetDownloadBackoff } from './due-downloads.ts';
import { eraseFiles } from './file-rows.ts';

const HOUR_MS = 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const MIB = 1024 * 1024;

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const listDue = (now: Date) => listDueDownloads(db, now, HOUR_MS);

async function want(bytes: ArrayBuffer, attachmentId: string = crypto.randomUUID(), now = NOON) {
  const wish = { attachmentId, requestId: 'r', size: bytes.byteLength, sha256: await sha256Hex(bytes) };
  await wantDownload(db, wish, now);
  return attachmentId;
}

describe('a file that only the server has', () => {
  test('is wanted when the citizen asks for it, and a round is asked for', async () => {
    expect(await readDownloadState(db, 'a')).toBe('none');
    await want(pdfBytes(), 'a');
    expect(await readDownloadState(db, 'a')).toBe('wanted');
    expect(await readLocalBytes(db, 'a')).toBeUndefined();
    expect(await readWake(db)).toBe(1);
  });

  test('is here with all its bytes, in pieces of a mebibyte', async () => {
    const bytes = pdfBytes(2 * MIB + 5);
    const id = await want(bytes);
    await saveDownload(db, id, bytes);
    expect(await readDownloadState(db, id)).toBe('here');
    const parts = (await readLocalBytes(db, id)) ?? [];
    expect(parts).toHaveLength(3);
    expect(await new Blob(parts).arrayBuffer()).toEqual(bytes);
  });

  test('is not asked for again once it is here', async () => {
    const bytes = pdfBytes();
    const id = await want(bytes);
    await saveDownload(db, id, bytes);
    await want(bytes, id);
    expect(await readDownloadState(db, id)).toBe('here');
    expect(await listDue(NOON)).toEqual([]);
  });

  test('is refused, and never shown, when its bytes are not those that the server spoke of', async () => {
    const id = await want(pdfBytes(64, 0x20));
    await saveDownload(db, id, pdfBytes(64, 0x21));
    expect(await readDownloadState(db, id)).toBe('refused');
    expect(await readLocalBytes(db, id)).toBeUndefined();
    expect(await db.chunks.count()).toBe(0);
  });

  test('can be asked for again after a refusal', async () => {
    const id = await want(pdfBytes());
    await refuseDownload(db, id);
    expect(await listDue(NOON)).toEqual([]);
    await want(pdfBytes(), id);
    expect(await listDue(NOON)).toMatchObject([{ attachmentId: id, attempts: 0 }]);
  });

  test('that was put off has its turn when its time comes, or when waiting may be over', async () => {
    const id = await want(pdfBytes());
    const [file] = await listDue(NOON);
    if (file) await postponeDownload(db, file, NOON.getTime() + 1_000);
    expect(await listDue(NOON)).toEqual([]);
    expect(await listDue(new Date(NOON.getTime() + 1_000))).toHaveLength(1);
    await resetDownloadBackoff(db);
    expect(await listDue(NOON)).toMatchObject([{ attachmentId: id, attempts: 1 }]);
  });

  test('that was put off by a clock a day ahead has its turn once the clock is right', async () => {
    await want(pdfBytes());
    const [file] = await listDue(NOON);
    if (file) await postponeDownload(db, file, NOON.getTime() + 24 * HOUR_MS);
    expect(await listDue(NOON)).toHaveLength(1);
  });

  test('forgotten while it was on its way stays forgotten', async () => {
    const bytes = pdfBytes();
    const id = await want(bytes);
    await forgetDownload(db, id);
    await saveDownload(db, id, bytes);
    expect(await readDownloadState(db, id)).toBe('none');
    expect(await db.chunks.count()).toBe(0);
  });

  test('can be asked for again when the browser has lost its bytes', async () => {
    const bytes = pdfBytes();
    const id = await want(bytes);
    await saveDownload(db, id, bytes);
    loseBytes('chunks');
    expect(await readLocalBytes(db, id)).toBeUndefined();
    await want(bytes, id);
    expect(await listDue(NOON)).toMatchObject([{ attachmentId: id }]);
  });

  test('leaves the device after a week, and the younger ones stay', async () => {
    const bytes = pdfBytes();
    const later = new Date(NOON.getTime() + WEEK_MS);
    const old = await want(bytes);
    const young = await want(bytes, 'young', later);
    await saveDownload(db, old, bytes);
    await saveDownload(db, young, bytes);
    await purgeDeleted(db, new Date(later.getTime() + 1));
    expect(await readDownloadState(db, old)).toBe('none');
    expect(await readDownloadState(db, young)).toBe('here');
    expect(await db.chunks.count()).toBe(1);
  });

  test('that finds no room is told like every other write', async () => {
    const bytes = pdfBytes();
    const id = await want(bytes);
    const makeRoom = fillDisk();
    await expect(saveDownload(db, id, bytes)).rejects.toThrow();
    expect(readTrouble()).toBe('notSaved');
    makeRoom();
    expect(await readDownloadState(db, id)).toBe('wanted');
    await saveDownload(db, id, bytes);
    expect(readTrouble()).toBeNull();
  });
});

describe('a file that a draft on this device has as well', () => {
  test('needs no fetching', async () => {
    const draftId = await writeCompleteDraft(db);
    const bytes = pdfBytes();
    const id = await attachPdf(db, draftId, bytes);
    expect(await readDownloadState(db, id)).toBe('here');
    await want(bytes, id);
    expect(await listDue(NOON)).toEqual([]);
    expect(await new Blob(await readLocalBytes(db, id)).arrayBuffer()).toEqual(bytes);
  });

  test('keeps its bytes when the fetched one is forgotten', async () => {
    const { id } = await shareWithDraft();
    await forgetDownload(db, id);
    expect(await readDownloadState(db, id)).toBe('here');
  });

  test('keeps its bytes when a read of them fails, until it is fetched anew', async () => {
    const { id, bytes } = await shareWithDraft();
    const findAgain = loseBytes('chunks');
    expect(await readLocalBytes(db, id)).toBeUndefined();
    await want(bytes, id);
    expect(await readDownloadState(db, id)).toBe('wanted');
    expect(await db.chunks.count()).toBe(1);
    findAgain();
    await saveDownload(db, id, bytes);
    expect(await readDownloadState(db, id)).toBe('here');
  });

  test('can be asked for anew when the draft took its bytes along', async () => {
    const { id, draftId, bytes } = await shareWithDraft();
    await db.transaction('rw', db.attachments, db.chunks, db.scans, async () => eraseFiles(db, draftId));
    expect(await readDownloadState(db, id)).toBe('none');
    await want(bytes, id);
    expect(await readDownloadState(db, id)).toBe('wanted');
  });
});

/** Fetches a file, and then adds the same attachment to a draft, as when a request comes back as a draft. */
async function shareWithDraft() {
  const bytes = pdfBytes();
  const id = await want(bytes);
  await saveDownload(db, id, bytes);
  const draftId = await writeCompleteDraft(db);
  const file = { id, name: 'fatura.pdf', type: 'application/pdf', sha256: await sha256Hex(bytes) };
  await addAttachment(db, draftId, { ...file, bytes, thumbnail: null }, NOON);
  return { id, draftId, bytes };
}
