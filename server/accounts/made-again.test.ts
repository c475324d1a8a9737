import { afterAll, expect, it } from 'vitest';
import { findCitizenId } from '../citizens.ts';
import { connectPostgres } from '../db/connect.ts';
import type { Db } from '../db/schema.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { closeAccount } from './close-account.ts';

const RITA = { niss: '12345678902', name: 'Rita Modelo', email: null };

const url = await makeTestDatabase();
const db = connectPostgres(url ?? '', 3);
afterAll(() => db.destroy());

/** Returns a database that does `work` after the first statement, and then goes on. */
function afterFirstStatement(work: () => Promise<unknown>): Db {
  let isFirst = true;
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const isDue = isFirst;
      isFirst = false;
      if (isDue) await work();
      return result;
    },
  });
}

it.skipIf(url === null)(
  'whoever a provider confirms while their account is closed is made again, as they would be a moment later',
  async () => {
    const context = createTestContext(db, createTestClocks());
    const { seal } = context;
    const before = await db.transaction().execute((tx) => knowConfirmed(tx, seal, RITA));
    const closing = afterFirstStatement(() => closeAccount(context, before));
    const after = await closing.transaction().execute((tx) => knowConfirmed(tx, seal, RITA));
    expect(after).not.toBe(before);
    expect(await findCitizenId(db, seal, RITA.niss)).toBe(after);
  },
  START_MS,
);
