import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { sha256Hex } from '../../shared/sha256.ts';
import { pdfBytes, registeredRequest, submitCompleteDraft } from '../../testing/builders.ts';
import { fillDisk } from '../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { queueLocks } from '../../testing/queue-locks.ts';
import {
  type Answer,
  dropped,
  noChanges,
  problem,
  registered,
  scriptServer,
} from '../../testing/scripted-server.ts';
import { createApiClient } from '../api/client.ts';
import type { CitizenDatabase } from '../db/core/citizen-database.ts';
import { noteSessionOver, requestRound } from '../db/core/metadata.ts';
import { readDownloadState, wantDownload } from '../db/files/downloads.ts';
import { listWaiting } from '../db/outbox/outbox.ts';
import { tryNow } from '../db/outbox/try-now.ts';
import { readRequest } from '../db/requests/requests.ts';
import { MAX_WAIT_MS } from './retry.ts';
import { type SyncHandle, startSync } from './start-sync.ts';

let db: CitizenDatabase;
let handles: SyncHandle[];
const network = new EventTarget();
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });

/** Sync loads this code when there is something to send: on a busy machine that takes longer than the tests wait. */
beforeAll(async () => {
  await import('./push.ts');
});

beforeEach(() => {
  db = openMemoryDatabase();
  handles = [];
  page.visibilityState = 'visible';
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(handles.map((handle) => handle.stop()));
});

function start(rules: Record<string, Answer | Answer[]>, locks?: LockManager): string[] {
  const { server, calls } = scriptServer({ 'GET /limits': dropped, 'GET /changes': noChanges(), ...rules });
  const api = createApiClient('http://e-clic.test', server);
  handles.push(startSync({ db, api, random: () => 1, surroundings: { locks, page, network } }));
  return calls;
}

function commits(calls: string[]): number {
  return calls.filter((call) => call.startsWith('PUT /requests')).length;
}

test('what is submitted while the page is open goes by itself', async () => {
  const calls = start({
    'PUT /requests': (request) => registered(registeredRequest(idOf(request)))(request),
  });
  await expect.poll(() => calls).toContain('GET /changes');
  const id = await submitCompleteDraft(db, undefined, new Date());
  await expect.poll(() => readRequest(db, id)).toBeDefined();
  expect(commits(calls)).toBe(1);
});

test('going online sends at once what waited for a connection', async () => {
  const id = await submitCompleteDraft(db, undefined, new Date());
  start({ 'PUT /requests': [dropped, registered(registeredRequest(id))] });
  await expect.poll(() => listWaiting(db)).toMatchObject([{ waitReason: 'noConnection', sending: 0 }]);
  network.dispatchEvent(new Event('online'));
  await expect.poll(() => readRequest(db, id)).toBeDefined();
});

test('going online asks at once for news also where the device is too full for the file that is wanted', async () => {
  await wantPdf(pdfBytes(1000));
  const calls = start({});
  await expect.poll(() => asks(calls)).toBe(1);
  onTestFinished(fillDisk('write', ['files']));
  network.dispatchEvent(new Event('online'));
  await expect.poll(() => asks(calls)).toBe(2);
});

test('«Tentar enviar agora», pressed in any tab, is heard by the tab that sends', async () => {
  const id = await submitCompleteDraft(db, undefined, new Date());
  start({ 'PUT /requests': [problem('unavailable', 503), registered(registeredRequest(id))] });
  await expect.poll(() => listWaiting(db)).toMatchObject([{ waitReason: 'serverDown' }]);
  await tryNow(db, new Date());
  await expect.poll(() => readRequest(db, id)).toBeDefined();
});

const asks = (calls: string[]) => calls.filter((call) => call.startsWith('GET /changes')).length;

/** Waits until rounds have ended and set their alarms. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
}

test('news is asked for when somebody comes back to the page, and then every twenty seconds while they look', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  page.visibilityState = 'hidden';
  const calls = start({});
  await settle();
  expect(asks(calls)).toBe(1);
  vi.advanceTimersByTime(120_000);
  await settle();
  expect(asks(calls)).toBe(1);

  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  await settle();
  expect(asks(calls)).toBe(2);
  vi.advanceTimersByTime(19_000);
  await settle();
  expect(asks(calls)).toBe(2);
  vi.advanceTimersByTime(1_000);
  await settle();
  expect(asks(calls)).toBe(3);
});

test('an ended session is not asked again until its owner is back', async () => {
  const calls = start({ 'GET /changes': problem('signed-out', 401) });
  await expect.poll(() => calls).toContain('GET /changes');
  await expect.poll(() => db.metadata.get('sync')).toMatchObject({ value: { connection: 'signedOut' } });
  const asked = calls.length;
  page.dispatchEvent(new Event('visibilitychange'));
  await requestRound(db);
  await handles[0]?.stop();
  expect(calls.length).toBe(asked);
});

test('a clock that was days ahead makes nothing wait for days once the session is over either', async () => {
  await submitCompleteDraft(db, undefined, new Date());
  await noteSessionOver(db);
  const inTwoDays = Date.now() + 2 * 86_400_000;
  await db.outbox.toCollection().modify({ nextAttemptAt: inTwoDays, waitReason: 'serverDown' });
  start({});
  const latest = Date.now() + 2 * MAX_WAIT_MS;
  await expect.poll(async () => ((await listWaiting(db))[0]?.nextAttemptAt ?? inTwoDays) < latest).toBe(true);
});

test('two tabs take turns: an entry is sent once', async () => {
  const locks = queueLocks();
  const id = await submitCompleteDraft(db, undefined, new Date());
  const rules = { 'PUT /requests': registered(registeredRequest(id)) };
  const first = start(rules, locks);
  const second = start(rules, locks);
  await expect.poll(() => readRequest(db, id)).toBeDefined();
  await Promise.all(handles.map((handle) => handle.stop()));
  expect(commits(first) + commits(second)).toBe(1);
});

test('stopping awaits the round in progress, so that its answer is recorded', async () => {
  let answer: (response: Response) => void = () => undefined;
  const slow = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  const id = await submitCompleteDraft(db, undefined, new Date());
  const calls = start({ 'PUT /requests': () => slow });
  await expect.poll(() => commits(calls)).toBe(1);
  const stopped = handles[0]?.stop();
  answer(Response.json(registeredRequest(id), { status: 201 }));
  await stopped;
  expect(await readRequest(db, id)).toBeDefined();
});

test('a file that the citizen asks to see is fetched at once, from whichever tab', async () => {
  const bytes = pdfBytes();
  const file = () => new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } });
  const calls = start({ 'GET /requests/r/attachments/a': file });
  await expect.poll(() => calls).toContain('GET /changes');
  await wantPdf(bytes);
  await expect.poll(() => readDownloadState(db, 'a')).toBe('here');
});

test('what is submitted does not wait for a file that comes slowly', async () => {
  const id = await submitCompleteDraft(db, undefined, new Date());
  await wantPdf(pdfBytes());
  let giveUp: () => void = () => undefined;
  const slow = new Promise<Response>((_, reject) => {
    giveUp = () => reject(new TypeError('Failed to fetch'));
  });
  const calls = start({
    'GET /requests/r/attachments/a': () => slow,
    'PUT /requests': [problem('unavailable', 503), registered(registeredRequest(id))],
  });
  await expect.poll(() => calls).toContain('GET /requests/r/attachments/a');
  await tryNow(db, new Date());
  await expect.poll(() => readRequest(db, id)).toBeDefined();
  giveUp();
});

async function wantPdf(bytes: ArrayBuffer): Promise<void> {
  const sha256 = await sha256Hex(bytes);
  await wantDownload(db, { attachmentId: 'a', requestId: 'r', size: bytes.byteLength, sha256 }, new Date());
}

function idOf(request: Request): string {
  return new URL(request.url).pathname.split('/').at(-1) ?? '';
}
