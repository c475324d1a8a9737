import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { sha256Hex } from '../../shared/sha256.ts';
import type { Jobs } from '../jobs/job-names.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { startThrowawayStore } from '../testing/throwaway-store.ts';
import { eachPiece, forgetBytes, forgetPieces, keepBytes } from './file-bytes.ts';
import { connectFileStore } from './file-store.ts';

const MIB = 1024 * 1024;

const context = createTestContext(await openTestDatabase(), createTestClocks());
let citizenId: string;

beforeAll(async () => {
  await prepareWorld(context);
  const anybody = context.db.selectFrom('citizens').select('id');
  citizenId = (await anybody.executeTakeFirstOrThrow()).id;
}, START_MS);
afterAll(() => context.db.destroy());

/** Reads a file as a whole, and counts the pieces that were in memory at once. */
async function readFile(fileId: string): Promise<{ bytes: Buffer; atOnce: number }> {
  let atOnce = 0;
  const db = context.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      atOnce = Math.max(atOnce, result.rows.length);
      return result;
    },
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of eachPiece({ ...context, db }, citizenId, fileId)) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), atOnce };
}

it('a file that was sent byte by byte is read whole, a few pieces at once', async () => {
  await sql`
    insert into pieces (citizen_id, file_id, place, bytes)
    select ${citizenId}, 'grains', place, decode(lpad(to_hex(place % 251), 2, '0'), 'hex') from generate_series(0, 1999) place
  `.execute(context.db);
  const { bytes, atOnce } = await readFile('grains');
  expect(bytes).toEqual(Buffer.from(Array.from({ length: 2000 }, (_, place) => place % 251)));
  expect(atOnce).toBeLessThan(50);
});

it('a file in pieces of a MiB is read whole, one at once', async () => {
  const whole = Buffer.concat([Buffer.alloc(MIB, 1), Buffer.alloc(MIB, 2), Buffer.from('end')]);
  await context.db.transaction().execute((tx) => keepBytes(tx, citizenId, 'slabs', whole));
  const { bytes, atOnce } = await readFile('slabs');
  expect(bytes.equals(whole)).toBe(true);
  expect(atOnce).toBe(1);
});

it('a file that was sent in small pieces goes from the store in jobs that each end soon', async () => {
  await sql`
    insert into pieces (citizen_id, file_id, place, stored_hash)
    select ${citizenId}, 'crumbs', place, 'hash' from generate_series(0, 2559) place
  `.execute(context.db);
  await context.db.transaction().execute((tx) => forgetBytes(tx, citizenId, 'crumbs'));
  const jobs = await context.db
    .selectFrom('jobs')
    .select('payload')
    .where('name', '=', 'forgetPieces')
    .execute();
  const places = jobs.map(({ payload }) =>
    (payload as Jobs['forgetPieces']).pieces.map(({ place }) => place),
  );
  expect(Math.max(...places.map(({ length }) => length))).toBeLessThan(200);
  expect(new Set(places.flat()).size).toBe(2560);
});

it('of a file all pieces go by a job that begins anew after the store has deleted some, and none where the store is not found', async () => {
  const store = await startThrowawayStore();
  onTestFinished(() => store.stop());
  const files = connectFileStore(store.url);
  const file = { citizenId, fileId: 'shards' };
  const bytes = Buffer.from('shard');
  const storedHash = await sha256Hex(bytes);
  const pieces = [0, 5, 10].map((place) => ({ place, storedHash }));
  for (const piece of pieces) await files.put({ ...file, ...piece }, bytes);
  await files.delete({ ...file, place: 0, storedHash });
  const elsewhere = connectFileStore(store.url.replace('/files', '/elsewhere'));
  await expect(forgetPieces({ files: elsewhere }, { ...file, pieces })).rejects.toThrow('answered 404');
  await forgetPieces({ files }, { ...file, pieces });
  expect(store.objects.size).toBe(0);
});
