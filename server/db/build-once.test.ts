import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import { buildOnce, type Places } from './build-once.ts';
import type { Db } from './schema.ts';

let db: Db;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.destroy());

it('a statement that is built once is answered for the values of each who sends it, in their places', async () => {
  let built = 0;
  const ask = buildOnce((from, value: Places<{ name: string | null; count: number }>) => {
    built += 1;
    return from.selectNoFrom([
      sql<number>`${value.count}::int + 1`.as('oneMore'),
      sql<string>`${value.name}::text`.as('whose'),
      sql<string>`${'fixed'}::text`.as('always'),
    ]);
  });
  const answers = await Promise.all(['ana', "o'neill", null].map((name, count) => ask(db, { count, name })));
  expect(answers).toEqual([
    [{ oneMore: 1, whose: 'ana', always: 'fixed' }],
    [{ oneMore: 2, whose: "o'neill", always: 'fixed' }],
    [{ oneMore: 3, whose: null, always: 'fixed' }],
  ]);
  expect(built).toBe(1);
});
