import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../shared/sha256.ts';
import { NOON, pdfBytes } from '../../testing/builders.ts';
import { fillDisk } from '../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { signInMaria } from '../../testing/pretend-account.ts';
import { type Answer, dropped, problem, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readSyncState } from '../db/core/metadata.ts';
import {
  readDownloadedShare,
  readDownloadState,
  readLocalBytes,
  wantDownload,
} from '../db/files/downloads.ts';
import { listDueDownloads } from '../db/files/due-downloads.ts';
import { pull } from './pull.ts';
import { pullDownloads } from './pull-downloads.ts';
import { MAX_WAIT_MS } from './retry.ts';

const BYTES = pdfBytes(3000);

let db: CitizenDatabase;
let now = NOON;

beforeEach(() => {
  db = openMemoryDatabase();
  now = NOON;
});

afterEach(() => {
  vi.restoreAllMocks();
});

const file =
  (bytes: ArrayBuffer): Answer =>
  () =>
    new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } });

async function want(attachmentId: string): Promise<void> {
  const wish = { attachmentId, requestId: 'r', size: BYTES.byteLength, sha256: await sha256Hex(BYTES) };
  await wantDownload(db, wish, now);
  now = new Date(now.getTime() + 1);
}

/** Fetches in one turn, and returns the calls that it made. */
async function fetchFrom(rules: Record<string, Answer | Answer[]>): Promise<string[]> {
  const { server, calls } = scriptServer(rules);
  await pullDownloads(createTestSyncContext({ db, server, now: () => now, random: () => 0 }));
  return calls;
}

const A = 'GET /requests/r/attachments/a';
const B = 'GET /requests/r/attachments/b';

test('what the citizen asked to see is fetched one after the other, the oldest wish first', async () => {
  await want('b');
  await want('a');
  expect(await fetchFrom({ GET: file(BYTES) })).toEqual([B, A]);
  expect(await new Blob(await readLocalBytes(db, 'a')).arrayBuffer()).toEqual(BYTES);
  expect(await fetchFrom({})).toEqual([]);
});

test.each([
  ['a lost connection', dropped],
  ['a server that does not answer', problem('unavailable', 503)],
  [
    'a page of the network’s owner',
    () => new Response('<h1>Wi-Fi</h1>', { headers: { 'Content-Type': 'text/html' } }),
  ],
  ['an answer that is cut', () => cutAnswer()],
])('%s puts the file off, and it stays wanted', async (_, answer) => {
  await want('a');
  expect(await fetchFrom({ GET: answer })).toHaveLength(1);
  expect(await readDownloadState(db, 'a')).toBe('wanted');
  expect(await listDueDownloads(db, now, MAX_WAIT_MS)).toEqual([]);
  now = new Date(now.getTime() + 1_000);
  await fetchFrom({ GET: file(BYTES) });
  expect(await readDownloadState(db, 'a')).toBe('here');
});

test('of a file that comes in pieces, each tenth is noted for whoever waits for it', async () => {
  await want('a');
  const shares: number[] = [];
  const pieces = new ReadableStream({
    async pull(controller) {
      const sent = shares.length * 300;
      if (sent === BYTES.byteLength) return controller.close();
      controller.enqueue(new Uint8Array(BYTES.slice(sent, sent + 300)));
      await expect.poll(() => readDownloadedShare(db, 'a')).toBe((sent + 300) / BYTES.byteLength);
      shares.push(await readDownloadedShare(db, 'a'));
    },
  });
  const response = new Response(pieces, { headers: { 'Content-Type': 'application/octet-stream' } });
  await fetchFrom({ [A]: () => response });
  expect(shares).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(await readDownloadState(db, 'a')).toBe('here');
});

test('a server that asks for patience gets it', async () => {
  await want('a');
  const busy = new Response(null, { status: 503, headers: { 'Retry-After': '60' } });
  await fetchFrom({ [A]: () => busy });
  now = new Date(now.getTime() + 59_000);
  expect(await fetchFrom({ GET: file(BYTES) })).toEqual([]);
});

test('without a network the other files are not tried in vain', async () => {
  await want('a');
  await want('b');
  expect(await fetchFrom({ GET: dropped })).toEqual([A]);
});

test('a file that the server cannot give now does not hold the others', async () => {
  await want('a');
  await want('b');
  await fetchFrom({ [A]: problem('unavailable', 503), [B]: file(BYTES) });
  expect(await readDownloadState(db, 'b')).toBe('here');
});

test('a file that the server does not have is refused, and not asked for again', async () => {
  await want('a');
  expect(await fetchFrom({ GET: problem('not-found', 404) })).toHaveLength(1);
  expect(await readDownloadState(db, 'a')).toBe('refused');
  expect(await fetchFrom({ GET: file(BYTES) })).toEqual([]);
});

test.each([
  ['others of the same size', pdfBytes(3000, 0x21)],
  ['more of them than were announced', pdfBytes(30_000)],
  ['fewer', pdfBytes(10)],
])('bytes that are not the file’s are refused: %s', async (_, bytes) => {
  await want('a');
  await fetchFrom({ GET: file(bytes) });
  expect(await readDownloadState(db, 'a')).toBe('refused');
});

test('an ended session leaves the wish for its owner', async () => {
  await want('a');
  await want('b');
  expect(await fetchFrom({ GET: problem('signed-out', 401) })).toEqual([A]);
  expect(await readDownloadState(db, 'a')).toBe('wanted');
  expect((await readSyncState(db)).connection).toBe('signedOut');
});

test('a file for which the device has no room is refused instead of fetched for ever', async () => {
  await want('a');
  fillDisk('write', ['chunks']);
  expect(await fetchFrom({ GET: file(BYTES) })).toHaveLength(1);
  expect(await readDownloadState(db, 'a')).toBe('refused');
});

test('a stop between two pieces of a file keeps the wish as it was', async () => {
  await want('a');
  let isStopping = false;
  const stopWhile: Answer = (request) => {
    isStopping = true;
    return file(BYTES)(request);
  };
  const { server } = scriptServer({ [A]: stopWhile });
  await pullDownloads(createTestSyncContext({ db, server, now: () => now, isStopping: () => isStopping }));
  expect(await listDueDownloads(db, now, MAX_WAIT_MS)).toMatchObject([{ attachmentId: 'a', attempts: 0 }]);
});

test('the PDF of an answer comes from the pretend server whole, by the same road', async () => {
  const maria = await signInMaria(() => now);
  db = openMemoryDatabase(maria.citizenId);
  const context = createTestSyncContext({ db, api: maria.api, now: () => now });
  await pull(context);
  const answer = await db.messages
    .filter(({ purpose, attachments }) => purpose === 'answer' && attachments.length > 0)
    .first();
  const [pdf] = answer?.attachments ?? [];
  if (!answer || !pdf) throw new Error('No answer carries a file');
  const { id, size, sha256 } = pdf;
  await wantDownload(db, { attachmentId: id, requestId: answer.requestId, size, sha256 }, now);
  await pullDownloads(context);
  const bytes = await new Blob(await readLocalBytes(db, id)).text();
  expect(bytes).toMatch(/^%PDF-/);
});

function cutAnswer(): Response {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new Uint8Array(100));
    },
    pull(stream) {
      stream.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'application/octet-stream' } });
}
