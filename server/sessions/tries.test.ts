import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { forgottenBefore } from '../../domain/sign-in-tries.ts';
import { RITA, setUpPasswords } from '../testing/password-world.ts';
import { forgetOldTries } from './tries.ts';

const BLOCKS_AT = 50;
const OLD = 12_000;

const { context, clocks, open, enter } = await setUpPasswords();
const countRows = async () => (await context.db.selectFrom('tries').select('key').execute()).length;

it('an address that is blocked leaves nothing more behind, at however many NISS it tries', async () => {
  const browser = open();
  const tryAt = (n: number) => enter(browser, 'outra', { ...RITA, niss: String(20_000_000_000 + n) });
  for (let n = 1; n < BLOCKS_AT; n += 1) expect((await tryAt(n)).status).toBe(422);
  expect((await tryAt(BLOCKS_AT)).status).toBe(429);
  const before = await countRows();
  for (let n = 1; n <= 20; n += 1) expect((await tryAt(BLOCKS_AT + n)).status).toBe(429);
  expect(await countRows()).toBe(before);
});

it('all old tries go in a night, some thousand at once, however many there are; younger ones stay', async () => {
  const old = forgottenBefore(clocks.now());
  await sql`
    insert into tries (key, last_at) select 'old' || n, ${old}::bigint from generate_series(1, ${OLD}::int) n
  `.execute(context.db);
  await context.db
    .insertInto('tries')
    .values({ key: 'young', lastAt: old + 1 })
    .execute();
  const deleted: bigint[] = [];
  const db = context.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      deleted.push(result.numAffectedRows ?? 0n);
      return result;
    },
  });
  await forgetOldTries({ ...context, db });
  expect(await context.db.selectFrom('tries').select('key').execute()).toEqual([{ key: 'young' }]);
  expect(Math.max(...deleted.map(Number))).toBeLessThan(OLD / 2);
});
