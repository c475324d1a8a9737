import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploaded,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { describeBug } from '../log.ts';
import { forgetOld } from '../retention/forget-old.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { startThrowawayStore, type ThrowawayStore } from '../testing/throwaway-store.ts';
import { connectFileStore } from './file-store.ts';

const HOURS_MS = 2 * 3_600_000;
const FILE = pdf('fatura '.repeat(400_000));

describe('Files in an S3-compatible store', () => {
  const bugs: unknown[] = [];
  const clocks = createTestClocks();
  let store: ThrowawayStore;
  let context: Context;
  let maria: Browser;

  beforeAll(async () => {
    store = await startThrowawayStore();
    const inDatabase = createTestContext(await openTestDatabase(), clocks);
    const onBug = (error: unknown) => void bugs.push(error);
    context = { ...inDatabase, files: connectFileStore(store.url), onBug };
    await prepareWorld(context);
  }, START_MS);
  beforeEach(async () => {
    await restoreWorld(context.db);
    maria = await signInAt(context);
  });
  afterEach(() => {
    store.setDown(false);
    bugs.length = 0;
  });
  afterAll(async () => {
    await context.db.destroy();
    await store.stop();
  });

  const signInAt = (to: Context) => signIn({ server: createApp(to), advance() {}, stop: async () => {} });
  const keptInDatabase = async () =>
    (await context.db.selectFrom('pieces').select('bytes').where('fileId', 'like', 'u\\_%').execute()).filter(
      ({ bytes }) => bytes !== null,
    );

  /** Does what jobs do at night, some hours later. Whoever is signed in still is. */
  async function haveNight(files = context.files) {
    const now = () => clocks.now() + HOURS_MS;
    const atNight = { ...context, files };
    await forgetOld({ ...atNight, clocks: { ...clocks, now } });
    await runDueJobs(atNight, 'forgetPieces');
  }

  const thereOf = (uploadId: string) =>
    [...store.objects].filter(([name]) => name.includes(uploadId)).map(([, bytes]) => bytes);

  async function submitWithFile() {
    const file = await uploaded(maria, FILE);
    const id = randomUUID();
    return { id, file, answer: await submit(maria, id, submission({ attachments: [file] })) };
  }

  it('what is sent stands there piece by piece and nowhere else, is judged and downloaded as it was', async () => {
    const { id, file, answer } = await submitWithFile();
    expect(answer.status).toBe(201);
    expect(await keptInDatabase()).toEqual([]);
    expect(thereOf(file.uploadId).map((bytes) => bytes.length)).toEqual([
      1_048_576,
      1_048_576,
      FILE.length - 2_097_152,
    ]);
    const { body } = await maria.send<Uint8Array>('GET', `/requests/${id}/attachments/${file.id}`);
    expect(Buffer.compare(body, FILE)).toBe(0);
  });

  it('a file that is taken back is gone from there once its job has run', async () => {
    const file = await uploaded(maria, FILE);
    await maria.send('DELETE', `/uploads/${file.uploadId}`, { headers: TUS });
    await runDueJobs(context, 'forgetPieces');
    expect(thereOf(file.uploadId)).toEqual([]);
  });

  it('while it is out of order words are taken, a chunk is asked for again, and then goes on from where it was', async () => {
    const path = uploadPath(await startUpload(maria, randomUUID(), FILE.length));
    store.setDown(true);
    expect((await submit(maria, randomUUID())).status).toBe(201);
    const piece = FILE.subarray(0, 1_048_576);
    expect((await sendChunk(maria, path, 0, piece)).status).toBe(503);
    store.setDown(false);
    const { headers } = await maria.send('HEAD', path, { headers: TUS });
    expect(headers.get('Upload-Offset')).toBe('0');
    expect((await sendChunk(maria, path, 0, piece)).status).toBe(204);
    expect(bugs).toMatchObject([{ of: 'files', message: 'The store of files answered 503' }]);
  });

  it('a request whose files cannot be looked at waits, and is not refused', async () => {
    const file = await uploaded(maria, FILE);
    store.setDown(true);
    const [id, content] = [randomUUID(), submission({ attachments: [file] })];
    expect((await submit(maria, id, content)).status).toBe(503);
    store.setDown(false);
    expect((await submit(maria, id, content)).status).toBe(201);
  });

  it('what was kept in the database before there was a store is still read from it', async () => {
    maria = await signInAt({ ...context, files: null });
    const { id, file } = await submitWithFile();
    expect(await keptInDatabase()).toHaveLength(3);
    const later = await signInAt(context);
    const { body } = await later.send<Uint8Array>('GET', `/requests/${id}/attachments/${file.id}`);
    expect(Buffer.compare(body, FILE)).toBe(0);
  });

  it('of twelve tries at once with other bytes each, the store has after a night what was taken, and nothing else', async () => {
    const path = uploadPath(await startUpload(maria, randomUUID(), 100));
    const tries = Array.from({ length: 12 }, (_, index) => new Uint8Array(100).fill(index));
    const statuses = await Promise.all(
      tries.map(async (bytes) => (await sendChunk(maria, path, 0, bytes)).status),
    );
    expect(statuses.toSorted()).toEqual([204, ...tries.slice(1).map(() => 409)]);
    const id = path.split('/').at(-1) ?? '';
    await haveNight();
    expect(thereOf(id).map((bytes) => bytes[0])).toEqual([statuses.indexOf(204)]);
    expect(await context.db.selectFrom('storePuts').select('fileId').execute()).toEqual([]);
  });

  it('what a try may still name stays, however long it takes, until its upload has gone', async () => {
    const path = uploadPath(await startUpload(maria, randomUUID(), 100));
    const id = path.split('/').at(-1) ?? '';
    const held = store.holdNextPut('kept');
    const answer = sendChunk(maria, path, 0, new Uint8Array(100));
    const endWait = await held;
    await haveNight();
    expect(thereOf(id)).toHaveLength(1);
    await maria.send('DELETE', path, { headers: TUS });
    await haveNight();
    expect(thereOf(id)).toEqual([]);
    endWait();
    expect((await answer).status).toBe(503);
  });

  it('what is known of it waits for it while the server is run without FILES_URL', async () => {
    const path = uploadPath(await startUpload(maria, randomUUID(), 100));
    const id = path.split('/').at(-1) ?? '';
    const held = store.holdNextPut('kept');
    const late = sendChunk(maria, path, 0, new Uint8Array(100).fill(1));
    const endWait = await held;
    expect((await sendChunk(maria, path, 0, new Uint8Array(100).fill(2))).status).toBe(204);
    endWait();
    expect((await late).status).toBe(503);
    expect(thereOf(id)).toHaveLength(2);
    await haveNight(null);
    const jobs = context.db.selectFrom('jobs').select('id').where('name', '=', 'forgetPieces');
    expect(await jobs.execute()).toEqual([]);
    await haveNight();
    expect(thereOf(id)).toHaveLength(1);
  });

  it('bytes that are not those that were put are given to nobody: whoever runs the server is told which', async () => {
    const { id, file } = await submitWithFile();
    const [name = '', bytes = Buffer.of()] =
      [...store.objects].find(([each]) => each.includes(file.uploadId)) ?? [];
    for (const other of [Buffer.from(bytes).fill(0, 7, 8), bytes.subarray(1)]) {
      store.objects.set(name, other);
      const { status, body } = await maria.send('GET', `/requests/${id}/attachments/${file.id}`);
      expect(status).toBe(503);
      expect(body).toMatchObject({ type: 'unavailable' });
    }
    expect(bugs.map(describeBug)).toEqual([
      expect.stringContaining(`StoredBytesDiffer ${name.replace('/files/', '')}`),
      expect.stringContaining('StoredBytesDiffer'),
    ]);
    store.objects.set(name, bytes);
    expect((await maria.send('GET', `/requests/${id}/attachments/${file.id}`)).status).toBe(200);
  });

  it('a wrong secret opens nothing', async () => {
    const { get } = connectFileStore(store.url.replace('secret', 'other'));
    const got = get({ citizenId: 'c_x', fileId: 'u_x', place: 0, storedHash: '0' });
    await expect(got).rejects.toThrow('The store of files answered 403');
  });
});
