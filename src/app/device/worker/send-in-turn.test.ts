import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../../testing/builders.ts';
import { fillDisk } from '../../../../testing/full-disk.ts';
import { accept, createMariasDevice, MARIA, type MariasDevice } from '../../../../testing/marias-device.ts';
import { queueLocks } from '../../../../testing/queue-locks.ts';
import { dropped, scriptServer } from '../../../../testing/scripted-server.ts';
import { noteSpaceIsBack } from '../../../db/core/storage-trouble.ts';
import { submitDraft } from '../../../db/outbox/submit-draft.ts';
import { syncLockOf } from '../../../sync/take-turn.ts';
import { StillWaitingError } from './send-waiting.ts';

let device: MariasDevice;

beforeEach(async () => {
  device = await createMariasDevice();
});

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

const commits = (calls: string[]) => calls.filter((call) => call.startsWith('PUT /requests'));

describe('the worker', () => {
  test('an answer that was lost is asked for again under the same key', async () => {
    const id = await device.submitted();
    const keys: (string | null)[] = [];
    const { server } = scriptServer({
      'PUT /requests': [
        (request) => {
          keys.push(request.headers.get('Idempotency-Key'));
          return dropped(request);
        },
        (request) => {
          keys.push(request.headers.get('Idempotency-Key'));
          return accept(request);
        },
      ],
    });
    const sending = device.wake({ server });
    await device.passUntil(sending);
    expect(keys).toEqual([`"${id}:1"`, `"${id}:1"`]);
    expect(await device.received(id)).toBeDefined();
  });

  test('a tab that has its turn is waited for, and what it sent is not sent again', async () => {
    const id = await device.submitted();
    const locks = queueLocks();
    const asked = vi.spyOn(locks, 'request');
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    let tabEnds: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      tabEnds = resolve;
    });
    const tab = locks.request(syncLockOf({ citizenId: MARIA }), async () => {
      await held;
      await device.inPage(MARIA, (db) => db.outbox.clear());
    });
    const sending = device.wake({ server, locks });
    await expect.poll(() => asked).toHaveBeenCalledTimes(2);
    expect(commits(calls)).toEqual([]);
    tabEnds();
    await Promise.all([tab, sending]);
    expect(commits(calls)).toEqual([]);
    expect(await device.received(id)).toBeUndefined();
  });

  test('a tab that does not let go is waited for with an end', async () => {
    await device.submitted();
    const locks = queueLocks();
    const asked = vi.spyOn(locks, 'request');
    void locks.request(syncLockOf({ citizenId: MARIA }), () => new Promise(() => undefined));
    const end = new AbortController();
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    const sending = device.wake({ server, locks, signal: end.signal });
    const refused = expect(sending).rejects.toThrow(StillWaitingError);
    await expect.poll(() => asked).toHaveBeenCalledTimes(2);
    end.abort();
    await refused;
    expect(calls).toEqual([]);
    expect(await device.waiting()).toHaveLength(1);
  });

  test('a database that somebody holds for ever does not hold the worker', async () => {
    await device.submitted();
    const { engine, clock } = device;
    const silent = {
      ...engine,
      indexedDB: Object.assign(Object.create(engine.indexedDB), { open: () => new EventTarget() }),
    };
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    const refused = expect(device.wake({ server, engine: silent })).rejects.toThrow('does not answer');
    clock.pass(180_000);
    await refused;
    expect(calls).toEqual([]);
  });

  test('a full disk loses nothing: the answer is asked for again when there is room, and it is one request', async () => {
    const id = await device.submitted();
    const { server, calls } = scriptServer({ 'PUT /requests': accept });
    const free = fillDisk('write', ['requests']);
    await expect(device.wake({ server })).rejects.toThrow();
    expect(await device.received(id)).toBeUndefined();
    free();
    expect(await device.waiting()).toHaveLength(1);
    device.clock.pass(5 * 60_000);
    await device.wake({ server });
    expect(await device.received(id)).toBeDefined();
    expect(commits(calls)).toHaveLength(2);
  });

  test('an upload is stopped between two pieces, and goes on from there the next time', async () => {
    const size = 200 * 1024;
    const id = await device.inPage(MARIA, async (db) => {
      const draftId = await writeCompleteDraft(db);
      await attachPdf(db, draftId, pdfBytes(size));
      await submitDraft(db, draftId, NOON);
      return draftId;
    });
    const end = new AbortController();
    let offset = 0;
    const offsets: number[] = [];
    const { server } = scriptServer({
      'POST /uploads': () => new Response(null, { status: 201, headers: { Location: '/api/v1/uploads/u' } }),
      'HEAD /uploads': () => new Response(null, { status: 200, headers: { 'Upload-Offset': `${offset}` } }),
      'PATCH /uploads': async (request) => {
        offsets.push(Number(request.headers.get('Upload-Offset')));
        offset += (await request.arrayBuffer()).byteLength;
        end.abort();
        return new Response(null, { status: 204, headers: { 'Upload-Offset': `${offset}` } });
      },
      'PUT /requests': accept,
    });
    await expect(device.wake({ server, signal: end.signal })).rejects.toThrow(StillWaitingError);
    expect(offsets).toEqual([0]);
    const sent = offset;
    await device.wake({ server });
    expect(offsets[1]).toBe(sent);
    expect(offset).toBe(size);
    expect(await device.received(id)).toBeDefined();
  });
});
