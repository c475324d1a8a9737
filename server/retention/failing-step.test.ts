import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { signIn, submitted } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { openClerkSession } from '../clerks/clerk-sessions.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { forgetOld } from './forget-old.ts';
import type { Forgotten } from './forgotten.ts';

const context = createTestContext(await openTestDatabase(), createTestClocks());
const { db } = context;

beforeAll(() => prepareWorld(context), START_MS);
beforeEach(() => restoreWorld(db));
afterAll(() => db.destroy());

it('where a request cannot be read, sign-ins are forgotten in the same night, and the failure is told', async () => {
  const maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
  const id = await submitted(maria);
  const request = JSON.stringify({ id, state: 'answered' });
  await db.updateTable('requests').set({ state: 'answered', request }).where('id', '=', id).execute();
  await db.updateTable('sessions').set({ seenAt: 0 }).execute();
  const told: Forgotten[] = [];
  const night = forgetOld({ ...context, onForgotten: (forgotten) => void told.push(forgotten) });
  await expect(night).rejects.toThrow(RangeError);
  expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  expect(told).toEqual([{ requests: 0, drafts: 0, uploads: 0 }]);
});

it('where one kind of old sign-ins cannot be deleted, all others are forgotten in the same night, and the failure is told', async () => {
  const rui = { userName: 'rui', name: 'Rui Exemplo', passwordHash: '' };
  await db.insertInto('clerks').values(rui).execute();
  await openClerkSession(db, 'rui', 0);
  await sql`alter table sessions rename to out_of_reach`.execute(db);
  onTestFinished(async () => void (await sql`alter table out_of_reach rename to sessions`.execute(db)));
  await expect(forgetOld(context)).rejects.toThrow('sessions');
  expect(await db.selectFrom('clerkSessions').selectAll().execute()).toEqual([]);
});
