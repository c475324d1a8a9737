import { beforeEach, describe, expect, test } from 'vitest';
import {
  attachPdf,
  NOON,
  pdfBytes,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { PRETEND_ORIGIN, type PretendAccount, signInMaria } from '../../testing/pretend-account.ts';
import { createTestSyncContext } from '../../testing/test-sync-context.ts';
import { createApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { readSyncState } from '../db/core/metadata.ts';
import { listWaiting, readWaiting } from '../db/outbox/outbox.ts';
import { submitDraft } from '../db/outbox/submit-draft.ts';
import { readRequest } from '../db/requests/requests.ts';
import { push } from './push.ts';
import { pushDrafts } from './push-drafts.ts';
import type { SyncContext } from './sync-context.ts';

const KIB = 1024;
const SIZE = 2 * KIB * KIB + 100;

let maria: PretendAccount;
let db: CitizenDatabase;
let draftId: string;
let nowMs: number;
/** The sizes of the slices in KiB, in the order in which they came. */
let slices: number[];
/** Called before each call goes on to the server. */
let onCall: (request: Request) => unknown;

beforeEach(async () => {
  nowMs = NOON.getTime();
  slices = [];
  onCall = () => undefined;
  maria = await signInMaria(() => new Date(nowMs));
  db = openMemoryDatabase(maria.citizenId);
  draftId = await writeCompleteDraft(db);
  await attachPdf(db, draftId, pdfBytes(SIZE));
});

function line(): SyncContext {
  const server = async (request: Request) => {
    await onCall(request);
    if (request.method === 'PATCH') slices.push((await request.clone().arrayBuffer()).byteLength / KIB);
    return maria.server(request);
  };
  return createTestSyncContext({
    db,
    api: createApiClient(PRETEND_ORIGIN, server),
    now: () => new Date(nowMs),
    random: () => 0,
  });
}

const sentBytes = () => slices.reduce((sum, slice) => sum + slice, 0) * KIB;

/** Has calls with a method fail without an answer. */
function cut(method: string) {
  return (request: Request) => {
    if (request.method === method) throw new TypeError('Failed to fetch');
  };
}

test('on a quick line the slices grow to the pieces in which the bytes are kept', async () => {
  await submitDraft(db, draftId, NOON);
  await push(line());
  expect(slices).toEqual([64, 128, 256, 512, 64, 1024, 100 / KIB]);
  expect((await readRequest(db, draftId))?.attachments).toMatchObject([{ size: SIZE }]);
});

test('on a slow line they become small, so that the bar moves and little is lost where it breaks', async () => {
  await submitDraft(db, draftId, NOON);
  onCall = ({ method }) => {
    if (method === 'PATCH') nowMs += 9_000;
  };
  await push(line());
  expect(slices.slice(0, 4)).toEqual([64, 32, 16, 16]);
  expect((await readRequest(db, draftId))?.attachments).toMatchObject([{ size: SIZE }]);
});

test('bytes that move show that there is a connection again; what had arrived before shows nothing', async () => {
  await submitDraft(db, draftId, NOON);
  onCall = (request) => slices.length === 2 && cut('PATCH')(request);
  await push(line());
  expect(await readWaiting(db, draftId)).toMatchObject({ waitReason: 'noConnection' });

  onCall = cut('PATCH');
  await push(line());
  expect(await readWaiting(db, draftId)).toMatchObject({ waitReason: 'noConnection' });

  onCall = async ({ method }) => {
    if (method !== 'PUT') return;
    expect(await readWaiting(db, draftId)).toMatchObject({ waitReason: 'new' });
    expect(await readSyncState(db)).toMatchObject({ connection: 'reached', nextAttemptAt: null });
  };
  await push(line());
  expect(await readRequest(db, draftId)).toBeDefined();
  expect(sentBytes()).toBe(SIZE);
});

test('a file on its way to the account gives way to what is submitted meanwhile', async () => {
  onCall = async ({ method }) => {
    if (method === 'PATCH' && slices.length === 1) await submitDraft(db, draftId, NOON);
  };
  await pushDrafts(line());
  expect(slices).toEqual([64, 128]);
  await push(line());
  expect((await readRequest(db, draftId))?.attachments).toMatchObject([{ size: SIZE }]);
  expect(sentBytes()).toBe(SIZE);
});

describe('a file on its way with its request', () => {
  /** How many bytes of files had gone when a request was sent, by its id. */
  let sentBefore: Record<string, number>;

  beforeEach(async () => {
    sentBefore = {};
    await submitDraft(db, draftId, NOON);
  });

  /** Has time pass with each call, so that what is submitted later is due later. */
  async function pushWith(happen: typeof onCall, random = 0): Promise<void> {
    onCall = async (request) => {
      nowMs += 1;
      const id = new URL(request.url).pathname.split('/').at(-1) ?? '';
      if (request.method === 'PUT') sentBefore[id] = sentBytes();
      await happen(request);
    };
    await push({ ...line(), random: () => random });
  }

  test('gives way to what is submitted meanwhile, and goes on where it was', async () => {
    await db.outbox.toCollection().modify({ waitReason: 'noConnection' });
    let other = '';
    await pushWith(async ({ method }) => {
      if (method === 'PATCH') other ||= await submitCompleteDraft(db, undefined, new Date(nowMs));
    });
    expect(await readWaiting(db, draftId)).toMatchObject({ nextAttemptAt: nowMs, waitReason: 'new' });
    await pushWith(() => undefined);
    expect(sentBefore[other]).toBeLessThan(SIZE / 2);
    expect(sentBefore[draftId]).toBe(SIZE);
  });

  test('gives way to what is due again meanwhile', async () => {
    const other = await submitCompleteDraft(db);
    await pushWith(cut('PUT'));
    await pushWith(() => undefined);
    expect(sentBefore[other]).toBeLessThan(SIZE / 2);
    expect(sentBefore[draftId]).toBe(SIZE);
  });

  test('moves on in each round, however often it gives way', async () => {
    for (let round = 1; round <= 3; round += 1) {
      await pushWith(async ({ method }) => {
        if (method === 'HEAD') await submitCompleteDraft(db, undefined, new Date(nowMs));
      });
      expect(slices).toHaveLength(round);
    }
  });

  test('does not give way to what waits for its next try', async () => {
    const other = await submitCompleteDraft(db);
    await pushWith((request) => request.url.endsWith(other) && cut('PUT')(request), 1);
    expect(await readWaiting(db, other)).toMatchObject({ waitReason: 'noConnection' });
    expect(await readRequest(db, draftId)).toBeDefined();
  });

  test('does not give way to what waits for its turn', async () => {
    for (let n = 0; n < 2; n += 1) {
      const id = await writeCompleteDraft(db);
      await attachPdf(db, id, pdfBytes(SIZE));
      await submitDraft(db, id, NOON);
    }
    const last = await submitCompleteDraft(db, undefined, new Date(nowMs + 1));
    nowMs += 1;
    await pushWith(() => undefined);
    expect(sentBefore[last]).toBeGreaterThanOrEqual(SIZE);
    expect(await listWaiting(db)).toEqual([]);
  });
});

test('a server that takes no bytes is not sent the same again and again', async () => {
  await submitDraft(db, draftId, NOON);
  let calls = 0;
  const api = createApiClient(PRETEND_ORIGIN, async (request) => {
    if (request.method !== 'PATCH') return maria.server(request);
    calls += 1;
    if (calls > 9) throw new Error('The same bytes are sent without end.');
    const offset = request.headers.get('Upload-Offset') ?? '';
    return new Response(null, { status: 204, headers: { 'Upload-Offset': offset } });
  });
  await push({ ...line(), api });
  expect(calls).toBe(1);
  expect(await readWaiting(db, draftId)).toMatchObject({ waitReason: 'serverDown' });
});
