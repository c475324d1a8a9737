import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, signIn, submitted } from '../../contract/conformance/subject.ts';
import { replied } from '../../domain/office-moves.ts';
import { createApp } from '../app.ts';
import { lockCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import { findOwnRequest, findRequest, keepRequest } from '../requests/request-rows.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { forgetOld } from './forget-old.ts';

const DAY_MS = 24 * 60 * 60_000;

const clocks = createTestClocks();
const context = createTestContext(await openTestDatabase(), clocks);
const { db } = context;
let maria: Browser;

beforeAll(() => prepareWorld(context), START_MS);
beforeEach(async () => {
  await restoreWorld(db);
  maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
});
afterAll(() => db.destroy());

function inDays(days: number): Context {
  const officeNow = () => clocks.officeNow() + days * DAY_MS;
  return { ...context, clocks: { ...clocks, officeNow } };
}

async function moved(action: 'answer' | 'ask'): Promise<string> {
  const id = await submitted(maria);
  await playClerk(context, { citizenId: maria.citizenId, id }, action);
  return id;
}

it('what was answered, or asked about in vain, twelve years ago goes in one night, whoever forgot to close it', async () => {
  const ids = [await moved('answer'), await moved('ask')];
  await forgetOld(inDays(12 * 365));
  for (const id of ids) expect(await findOwnRequest(db, maria.citizenId, id)).toBeUndefined();
});

it('a request is over on the day of the rules, however late a server finds it, and the office hears of it', async () => {
  const id = await moved('answer');
  await forgetOld(inDays(100));
  const { request } = await findRequest(db, maria.citizenId, id);
  expect(request.history.at(-1)).toMatchObject({ state: 'closed', at: '2026-12-26T03:00:00.000Z' });
  expect(request.updatedAt).toBe(new Date(inDays(100).clocks.officeNow()).toISOString());
  const news = await db.selectFrom('officeNews').select('what').where('requestId', '=', id).execute();
  expect(news.at(-1)).toEqual({ what: 'closed' });
});

it('about what somebody has said something since it was looked for is not closed', async () => {
  const id = await moved('answer');
  const late = inDays(32);
  const asking = db.transaction().execute(async (tx) => {
    await lockCitizen(tx, maria.citizenId);
    const row = await findRequest(tx, maria.citizenId, id);
    await keepRequest(tx, maria.citizenId, replied(row, 'followUp', late.clocks.officeNow(), context.limits));
  });
  await Promise.all([asking, forgetOld(late)]);
  expect((await findRequest(db, maria.citizenId, id)).request.state).toBe('inReview');
});
