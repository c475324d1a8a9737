import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { openClerkSession } from '../clerks/clerk-sessions.ts';
import { openWaiting } from '../clerks/waiting-sign-in.ts';
import type { Context } from '../context.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { forgetOld } from './forget-old.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(context);
}, START_MS);
beforeEach(() => restoreWorld(context.db));
afterAll(() => context.db.destroy());

/** Returns how many rows remain after the night that comes `ms` later. */
async function rowsAfter(ms: number) {
  const now = () => clocks.now() + ms;
  await forgetOld({ ...context, clocks: { ...clocks, now } });
  const count = async (table: 'clerkSignIns' | 'clerkSessions' | 'cmdStates' | 'cmdCodes') =>
    (await context.db.selectFrom(table).selectAll().execute()).length;
  return {
    clerkSignIns: await count('clerkSignIns'),
    clerkSessions: await count('clerkSessions'),
    cmdStates: await count('cmdStates'),
    cmdCodes: await count('cmdCodes'),
  };
}

it('a sign-in that was begun, a clerk’s session that has run out and a secret that no app has shown go without anybody signing in', async () => {
  const ana = { userName: 'ana', name: 'Ana Exemplo', passwordHash: '' };
  await context.db.insertInto('clerks').values(ana).execute();
  await openWaiting(context, context.db, 'ana');
  await openClerkSession(context.db, 'ana', clocks.now());
  const browser = openBrowser({ server: createApp(context), advance() {}, stop: async () => {} });
  const begun = await browser.send<{ state: string }>('POST', '/session/cmd');
  await browser.send('POST', '/session/cmd/return', {
    json: { code: 'of nobody', state: begun.body.state, shared: false },
  });
  await browser.send('POST', '/session/cmd');

  const all = { clerkSignIns: 1, clerkSessions: 1, cmdStates: 1, cmdCodes: 1 };
  expect(await rowsAfter(9 * MINUTE_MS)).toEqual(all);
  expect(await rowsAfter(11 * MINUTE_MS)).toEqual({ ...all, clerkSignIns: 0, cmdStates: 0 });
  expect(await rowsAfter(25 * HOUR_MS)).toMatchObject({ clerkSessions: 1, cmdCodes: 0 });
  expect(await rowsAfter(4 * 24 * HOUR_MS)).toEqual({
    clerkSignIns: 0,
    clerkSessions: 0,
    cmdStates: 0,
    cmdCodes: 0,
  });
});
