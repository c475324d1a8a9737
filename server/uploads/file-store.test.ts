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
} from '../../mocks/contract/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { startThrowawayStore, type ThrowawayStore } from '../testing/throwaway-store.ts';
import { connectFileStore } from './file-store.ts';

const FILE = pdf('fatura '.repeat(400_000));

describe('Files in an S3-compatible store', () => {
  const bugs: unknown[] = [];
  let store: ThrowawayStore;
  let context: Context;
  let maria: Browser;

  beforeAll(async () => {
    store = await startThrowawayStore();
    const inDatabase = createTestContext(openTestDatabase(), createTestClocks());
    const onBug = (error: unknown) => void bugs.push(error);
    context = { ...inDatabase, files: connectFileStore(store.url), onBug };
    await prepareWorld(context);
  }, START_MS);
  beforeEach(async () => {
    await restoreWorld(context.db);
    maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
  });
  afterEach(() => {
    store.setDown(false);
    bugs.length = 0;
  });
  afterAll(async () => {
    await context.db.destroy();
    await store.stop();
  });

  const keptInDatabase = async () =>
    (await context.db.selectFrom('pieces').select('bytes').where('fileId', 'like', 'u\\_%').execute()).filter(
      ({ bytes }) => bytes !== null,
    );

  async function submitWithFile() {
    const file = await uploaded(maria, FILE);
    const id = randomUUID();
    return { id, file, answer: await submit(maria, id, submission({ attachments: [file] })) };
  }

  it('what is sent stands there piece by piece and nowhere else, is judged and downloaded as it was', async () => {
    const { id, file, answer } = await submitWithFile();
    expect(answer.status).toBe(201);
    expect(await keptInDatabase()).toEqual([]);
    const pieces = [...store.objects].filter(([name]) => name.includes(file.uploadId));
    expect(pieces.map(([, bytes]) => bytes.length)).toEqual([1_048_576, 1_048_576, FILE.length - 2_097_152]);
    const { body } = await maria.send<Uint8Array>('GET', `/requests/${id}/attachments/${file.id}`);
    expect(Buffer.compare(body, FILE)).toBe(0);
  });

  it('a file that is taken back is gone from there once its job has run', async () => {
    const file = await uploaded(maria, FILE);
    await maria.send('DELETE', `/uploads/${file.uploadId}`, { headers: TUS });
    await runDueJobs(context, 'forgetPieces');
    expect([...store.objects.keys()].filter((name) => name.includes(file.uploadId))).toEqual([]);
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
    expect(bugs).toEqual([new Error('The store of files answered 503')]);
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
    maria = await signIn({
      server: createApp({ ...context, files: null }),
      advance() {},
      stop: async () => {},
    });
    const { id, file } = await submitWithFile();
    expect(await keptInDatabase()).toHaveLength(3);
    const later = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
    const { body } = await later.send<Uint8Array>('GET', `/requests/${id}/attachments/${file.id}`);
    expect(Buffer.compare(body, FILE)).toBe(0);
  });

  it('a wrong secret opens nothing', async () => {
    const wrong = connectFileStore(store.url.replace('secret', 'other'));
    const name = { citizenId: 'c_x', fileId: 'u_x', place: 0, storedHash: '0' };
    await expect(wrong.get(name)).rejects.toThrow('The store of files answered 403');
  });
});
