import { beforeEach, expect, test } from 'vitest';
import { problem } from '../../contract/problem.ts';
import type { RequestSubmission } from '../../contract/types.ts';
import { attachPdf, NOON, pdfBytes, registeredRequest, writeCompleteDraft } from '../../testing/builders.ts';
import { loseBytes } from '../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { type Answer, scriptServer } from '../../testing/scripted-server.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { isOpen, readDraft } from '../db/drafts/drafts.ts';
import { CHUNK_BYTES, listAttachments } from '../db/files/file-rows.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { takeBack } from '../db/outbox/take-back.ts';
import { push } from './push.ts';

const KIB = 1024;
const SIZE = 2 * CHUNK_BYTES + 100;

let db: CitizenDatabase;
let requestId: string;
let attachmentId: string;

beforeEach(async () => {
  db = openMemoryDatabase();
  requestId = await writeCompleteDraft(db);
  attachmentId = await attachPdf(db, requestId, pdfBytes(SIZE));
  await submitDraft(db, requestId, NOON);
});

const created: Answer = () =>
  new Response(null, { status: 201, headers: { Location: '/api/v1/uploads/u1' } });

function offset(bytes: number, status = 200): Answer {
  return () => new Response(null, { status, headers: { 'Upload-Offset': String(bytes) } });
}

const kept: Answer = async (request) => {
  const from = Number(request.headers.get('Upload-Offset'));
  const { byteLength } = await request.arrayBuffer();
  return new Response(null, { status: 204, headers: { 'Upload-Offset': String(from + byteLength) } });
};

function status(code: number): Answer {
  return () => new Response(null, { status: code });
}

const commit: Answer = async (request) => {
  const { attachments } = (await request.json()) as RequestSubmission;
  expect(attachments).toMatchObject([{ id: attachmentId, uploadId: 'u1' }]);
  return Response.json(registeredRequest(requestId, { attachments }), { status: 201 });
};

async function pushWith(rules: Parameters<typeof scriptServer>[0]): Promise<string[]> {
  const scripted = scriptServer(rules);
  await push(createTestSyncContext({ db, server: scripted.server, now: () => NOON, random: () => 0 }));
  return scripted.calls;
}

function patches(calls: string[]): number {
  return calls.filter((call) => call.startsWith('PATCH')).length;
}

test('the bytes go in slices, then the commit names them', async () => {
  const calls = await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': kept,
    'PUT /requests': commit,
  });
  expect(patches(calls)).toBe(7);
  expect(calls.at(-1)).toBe(`PUT /requests/${requestId}`);
  expect(await listWaiting(db)).toEqual([]);
  expect(await db.chunks.count()).toBe(0);
});

test('of a request whose files the account has no room for the draft opens again, and says so of its files', async () => {
  await pushWith({ 'POST /uploads': () => problem('quota-reached') });
  const draft = await readDraft(db, requestId);
  expect(draft?.refusal?.issues).toEqual([{ field: 'attachments', code: 'accountFull' }]);
});

test('goes on from the offset that the server knows, and makes no second upload', async () => {
  await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': [kept, status(503)],
  });
  expect(await db.progress.get(requestId)).toMatchObject({ sentBytes: 64 * KIB, totalBytes: SIZE });
  const calls = await pushWith({
    'HEAD /uploads': offset(2 * CHUNK_BYTES),
    'PATCH /uploads': kept,
    'PUT /requests': commit,
  });
  expect(patches(calls)).toBe(1);
  expect(calls).not.toContain('POST /uploads');
});

test('goes on from the middle of a chunk', async () => {
  const calls = await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(2 * CHUNK_BYTES - 500),
    'PATCH /uploads': kept,
    'PUT /requests': commit,
  });
  expect(patches(calls)).toBe(2);
});

test.each([
  ['an offset that disagrees', 409],
  ['a broken checksum', 460],
])('%s is mended by asking the offset again', async (_what, code) => {
  await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': [offset(0), offset(0)],
    'PATCH /uploads': [status(code), kept],
    'PUT /requests': commit,
  });
  expect(await listWaiting(db)).toEqual([]);
});

test.each([404, 410])('an upload that the server forgot (%i) is made anew', async (code) => {
  await db.attachments.update(attachmentId, { uploadId: 'old' });
  const calls = await pushWith({
    'HEAD /uploads/old': status(code),
    'POST /uploads': created,
    'HEAD /uploads/u1': offset(0),
    'PATCH /uploads/u1': kept,
    'PUT /requests': commit,
  });
  expect(calls).toContain('POST /uploads');
  expect(await listWaiting(db)).toEqual([]);
});

test('«Não enviar» in the middle of an upload stops it, and the draft is the citizen’s again', async () => {
  const takenBack: Answer = async (request) => {
    expect(await takeBack(db, requestId, NOON)).toBe(true);
    return kept(request);
  };
  const calls = await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': [takenBack, kept],
  });
  expect(patches(calls)).toBe(1);
  expect(calls).not.toContain(`PUT /requests/${requestId}`);
  expect(isOpen(await readDraft(db, requestId))).toBe(true);
  expect(await listAttachments(db, requestId)).toHaveLength(1);
});

test('once the commit is on its way it can no longer be stopped', async () => {
  const late: Answer = async (request) => {
    expect(await takeBack(db, requestId, NOON)).toBe(false);
    return commit(request);
  };
  await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': kept,
    'PUT /requests': late,
  });
  expect(await listWaiting(db)).toEqual([]);
});

test('a chunk that is missing on the device blocks the sending and says which file', async () => {
  await db.chunks.delete([attachmentId, 1]);
  const calls = await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': kept,
  });
  expect(calls).not.toContain(`PUT /requests/${requestId}`);
  expect(await listWaiting(db)).toMatchObject([
    { waitReason: 'missingBytes', missingFileName: 'fatura.pdf' },
  ]);
});

test('a chunk that the browser cannot read any more blocks the sending and says which file', async () => {
  loseBytes('chunks');
  await pushWith({ 'POST /uploads': created, 'HEAD /uploads': offset(0), 'PATCH /uploads': kept });
  expect(await listWaiting(db)).toMatchObject([
    { waitReason: 'missingBytes', missingFileName: 'fatura.pdf' },
  ]);
});

test('a refusal after the files are up keeps the words and the files', async () => {
  await pushWith({
    'POST /uploads': created,
    'HEAD /uploads': offset(0),
    'PATCH /uploads': kept,
    'PUT /requests': status(422),
  });
  expect((await readDraft(db, requestId))?.refusal).toBeTruthy();
  expect(await db.chunks.count()).toBe(3);
});
