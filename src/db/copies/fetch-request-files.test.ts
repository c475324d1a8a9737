import { beforeEach, expect, test } from 'vitest';
import type { Attachment } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes, registeredRequest } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import { patchSyncState } from '../core/metadata.ts';
import {
  forgetDownload,
  postponeDownload,
  readDownloadState,
  refuseDownload,
  saveDownload,
} from '../files/downloads.ts';
import { recordReceived } from '../requests/requests.ts';
import { fetchRequestFiles } from './fetch-request-files.ts';

const ID = crypto.randomUUID();
const BYTES = [pdfBytes(60, 1), pdfBytes(40, 2)];

let db: CitizenDatabase;
let mine: Attachment;
let theirs: Attachment;

async function attachmentOf(name: string, bytes: ArrayBuffer | undefined): Promise<Attachment> {
  if (!bytes) throw new Error('A file has bytes');
  const sha256 = await sha256Hex(bytes);
  return { id: crypto.randomUUID(), name, size: bytes.byteLength, type: 'application/pdf', sha256 };
}

beforeEach(async () => {
  db = openMemoryDatabase();
  mine = await attachmentOf('fatura.pdf', BYTES[0]);
  theirs = await attachmentOf('carta.pdf', BYTES[1]);
  await recordReceived(db, registeredRequest(ID, { attachments: [mine] }));
  await db.messages.put({
    id: crypto.randomUUID(),
    requestId: ID,
    author: 'office',
    purpose: 'answer',
    officeName: 'Centro Distrital',
    body: 'Veja a carta.',
    attachments: [theirs],
    sentAt: NOON.toISOString(),
  });
  await patchSyncState(db, { connection: 'reached' });
});

/** Waits until a file is wanted, and then keeps its bytes as sync does. */
async function arrive({ id }: Attachment, bytes: ArrayBuffer | undefined): Promise<void> {
  await expect.poll(() => readDownloadState(db, id)).toBe('wanted');
  await saveDownload(db, id, bytes ?? new ArrayBuffer(0));
}

test('the files of a request and of its messages are asked for, and waited for until the last has come', async () => {
  const progress: number[][] = [];
  let isOver = false;
  const fetching = fetchRequestFiles(db, ID, NOON, {
    onProgress: (done, total) => progress.push([done, total]),
  });
  void fetching.then(() => {
    isOver = true;
  });
  await arrive(mine, BYTES[0]);
  await expect.poll(() => progress).toContainEqual([60, 100]);
  expect(isOver).toBe(false);
  await arrive(theirs, BYTES[1]);
  await fetching;
  expect(progress.at(-1)).toEqual([100, 100]);
});

test('a file that the browser has lost is fetched anew', async () => {
  const files = [mine, theirs];
  const before = fetchRequestFiles(db, ID, NOON);
  for (const [n, file] of files.entries()) await arrive(file, BYTES[n]);
  await before;
  const findAgain = loseBytes('chunks');
  const fetching = fetchRequestFiles(db, ID, NOON);
  for (const { id } of files) await expect.poll(() => readDownloadState(db, id)).toBe('wanted');
  findAgain();
  for (const [n, file] of files.entries()) await arrive(file, BYTES[n]);
  await fetching;
  expect(await readDownloadState(db, theirs.id)).toBe('here');
});

test.each([
  ['the server has not', (id: string) => refuseDownload(db, id)],
  [
    'has to be asked for again later',
    async (id: string) => {
      const file = await db.files.get(id);
      if (file) await postponeDownload(db, file, NOON.getTime() + 1_000);
    },
  ],
])('a file that %s keeps nobody waiting', async (_why, fail) => {
  const fetching = fetchRequestFiles(db, ID, NOON);
  await arrive(mine, BYTES[0]);
  await expect.poll(() => readDownloadState(db, theirs.id)).toBe('wanted');
  await fail(theirs.id);
  await fetching;
  expect(await readDownloadState(db, mine.id)).toBe('here');
});

test('without a connection, or a request, there is nothing to wait for', async () => {
  const fetching = fetchRequestFiles(db, ID, NOON);
  await patchSyncState(db, { connection: 'noConnection' });
  await fetching;
  await fetchRequestFiles(db, crypto.randomUUID(), NOON);
});

test('a file that never comes holds the others back for a pause, and not for ever', async () => {
  const fetching = fetchRequestFiles(db, ID, NOON, { longestPauseMs: 500 });
  await arrive(mine, BYTES[0]);
  await fetching;
  expect(await readDownloadState(db, mine.id)).toBe('here');
  expect(await readDownloadState(db, theirs.id)).toBe('wanted');
});

test('a device that has no room to ask for a file keeps those that are here', async () => {
  const before = fetchRequestFiles(db, ID, NOON, { longestPauseMs: 500 });
  await arrive(mine, BYTES[0]);
  await before;
  await forgetDownload(db, theirs.id);
  fillDisk();
  await fetchRequestFiles(db, ID, NOON);
  expect(await readDownloadState(db, mine.id)).toBe('here');
  expect(await readDownloadState(db, theirs.id)).toBe('none');
});
