import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { createSeal } from '../seal.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { requirePushKey } from './push-key.ts';

let context: Context;
beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), createTestClocks());
}, START_MS);
afterAll(() => context.db.destroy());

it('of several processes that start at once one makes the key, and all of them have it', async () => {
  const { db, seal } = context;
  const keys = await Promise.all([1, 2, 3].map(() => requirePushKey(db, seal, 1)));
  expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
  expect(await db.selectFrom('pushKeys').selectAll().execute()).toHaveLength(1);
});

it('nobody who has the database alone can send in the server’s name', async () => {
  const { db } = context;
  await requirePushKey(db, context.seal, 1);
  const { privateSealed } = await db.selectFrom('pushKeys').selectAll().executeTakeFirstOrThrow();
  expect(Buffer.from(privateSealed).toString('latin1')).not.toContain('PRIVATE KEY');
  await expect(requirePushKey(db, createSeal(new Uint8Array(32)), 1)).rejects.toThrow();
});
