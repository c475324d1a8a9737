import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  TUS,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import type { Context } from '../context.ts';
import { connectEmbedded, connectPostgres } from '../db/connect.ts';
import type { Db } from '../db/schema.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { START_MS } from '../testing/start-ms.ts';
import { type SuiteProcess, startSuiteProcess } from '../testing/suite-processes.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { startThrowawayStore, type ThrowawayStore } from '../testing/throwaway-store.ts';
import { connectFileStore } from './file-store.ts';
import { sweepStore } from './store-puts.ts';

const HOURS_MS = 2 * 3_600_000;
const FILE = pdf('fatura '.repeat(200_000));
const OTHER_FILE = pdf('recibo '.repeat(200_000));
const PIECE = 1_048_576;

const postgres = await startThrowawayPostgres();
const folder = mkdtempSync(join(tmpdir(), 'eclic-store-'));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await postgres?.stop();
});

const DATABASES = {
  'the embedded database': { place: folder, connect: () => connectEmbedded(folder) },
  ...(postgres && { PostgreSQL: { place: postgres.url, connect: () => connectPostgres(postgres.url, 2) } }),
};

describe.each(Object.entries(DATABASES))(
  'A server on %s that is killed while a chunk is kept',
  (_name, { place, connect }) => {
    let store: ThrowawayStore;
    let process: SuiteProcess;
    let maria: Browser;

    beforeAll(async () => {
      store = await startThrowawayStore();
      process = await startSuiteProcess(place, { filesUrl: store.url });
      maria = await signIn({ server: process.server, advance() {}, stop: async () => {} });
    }, START_MS);
    afterAll(() => store.stop());

    /** Kills the server in the middle of the first chunk. Returns the path at which the upload can go on. */
    async function cutOff(at: 'arrived' | 'kept'): Promise<string> {
      const path = uploadPath(await startUpload(maria, randomUUID(), FILE.length));
      const held = store.holdNextPut(at);
      const answer = sendChunk(maria, path, 0, FILE.subarray(0, PIECE)).catch(() => 'cut off');
      await held;
      await process.crash();
      expect(await answer).toBe('cut off');
      return path;
    }

    /** Goes on from where the server says that the upload is, to the end, and submits a request with it. Returns the ids by which the file is found. */
    async function goOn(path: string, bytes: Uint8Array): Promise<[requestId: string, id: string]> {
      const { headers } = await maria.send('HEAD', path, { headers: TUS });
      for (let at = Number(headers.get('Upload-Offset')); at < bytes.length; at += PIECE)
        expect((await sendChunk(maria, path, at, bytes.subarray(at, at + PIECE))).status).toBe(204);
      const [requestId, id] = [randomUUID(), randomUUID()];
      const claimed = { id, uploadId: path.split('/').at(-1) ?? '', name: 'x.pdf', type: 'application/pdf' };
      const attachment = { ...claimed, size: bytes.length, sha256: await sha256Hex(bytes) };
      expect((await submit(maria, requestId, submission({ attachments: [attachment] }))).status).toBe(201);
      return [requestId, id];
    }

    /** Does what jobs do at night, some hours later, like another process over the same database. */
    async function haveNight(db: Db): Promise<Context> {
      const now = () => createTestClocks().now() + HOURS_MS;
      const files = connectFileStore(store.url);
      const context = { ...createTestContext(db, { now, officeNow: now }), files };
      await sweepStore(context);
      await runDueJobs(context, 'forgetPieces');
      return context;
    }

    it(
      'no byte is lost, and after a night the store has what pieces name and nothing else',
      async () => {
        const before = await goOn(await cutOff('arrived'), FILE);
        const after = await goOn(await cutOff('kept'), FILE);
        const replaced = await goOn(await cutOff('kept'), OTHER_FILE);
        const givenUp = await cutOff('kept');
        expect((await maria.send('DELETE', givenUp, { headers: TUS })).status).toBe(204);
        expect(store.objects.size).toBe(3 * 2 + 2);

        await process.stop();
        const db = connect();
        const context = await haveNight(db);
        const stored = await db
          .selectFrom('pieces')
          .selectAll()
          .where('storedHash', 'is not', null)
          .execute();
        const named = stored.map(
          (piece) => `/files/${piece.citizenId}/${piece.fileId}/${piece.place}-${piece.storedHash}`,
        );
        expect([...store.objects.keys()].toSorted()).toEqual(named.toSorted());
        expect(named).toHaveLength(3 * 2);
        const whole = [
          [before, FILE],
          [after, FILE],
          [replaced, OTHER_FILE],
        ] as const;
        for (const [[requestId, id], bytes] of whole) {
          const file = await findAttachedFile(context, maria.citizenId, requestId, id);
          const pieces: Uint8Array[] = [];
          for await (const piece of file?.pieces ?? []) pieces.push(piece);
          expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
        }
        await db.destroy();
      },
      START_MS * 2,
    );
  },
);
