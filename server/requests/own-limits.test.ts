import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  readRequest,
  sendReply,
  signIn,
  submission,
  submit,
  submitted,
  uploaded,
} from '../../contract/conformance/subject.ts';
import type { Problem, PublishedLimits } from '../../contract/types.ts';
import { dueOn } from '../../domain/deadlines.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { createApp } from '../app.ts';
import { sweepDue } from '../news/sweep-due.ts';
import { endRequests } from '../retention/end-requests.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase, openTestDatabase } from '../testing/test-database.ts';
import { settingsOn, withServer } from '../testing/with-server.ts';

/**
 * Days of this municipality. The first two are a Thursday and a Friday: whoever asks on Wednesday 25 November waits for two days longer. The third is six
 * months after that Wednesday.
 */
const EXTRA_HOLIDAYS = ['2026-11-26', '2026-12-11', '2027-05-25'];

const clocks = createTestClocks();
const context = {
  ...createTestContext(await openTestDatabase(), clocks),
  limits: { ...DEFAULT_LIMITS, extraHolidays: EXTRA_HOLIDAYS, attachmentsMaxCount: 2 },
};
let maria: Browser;

beforeAll(() => prepareWorld(context), START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
  maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
});
afterAll(() => context.db.destroy());

async function readLimits(browser: Browser): Promise<PublishedLimits> {
  return (await browser.send<PublishedLimits>('GET', '/limits')).body;
}

it(
  'whoever runs the server names the days on which the office is closed, and all apps are told',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'eclic-holidays-'));
    const settings = settingsOn(await makeTestDatabase(), join(home, 'data'));
    const told = await withServer({ ...settings, EXTRA_HOLIDAYS: EXTRA_HOLIDAYS.join() }, readLimits);
    expect(told).toEqual({ ...DEFAULT_LIMITS, extraHolidays: EXTRA_HOLIDAYS });
    rmSync(home, { recursive: true });
  },
  START_MS,
);

it('a request is due when the published limits say, with the days on which this office is closed', async () => {
  const { receivedAt, kind, ...request } = await readRequest(maria, await submitted(maria));
  expect(request.dueOn).toBe('2026-12-15');
  expect(request.dueOn).toBe(dueOn(receivedAt, kind, await readLimits(maria)));
});

it('a question about the answer is due then too', async () => {
  const id = await submitted(maria);
  await playClerk(context, { citizenId: maria.citizenId, id }, 'answer');
  const { body } = await sendReply(maria, id, { purpose: 'followUp' });
  const request = await readRequest(maria, id);
  expect(request.dueOn).toBe('2026-12-15');
  expect(request.dueOn).toBe(dueOn(body.sentAt, 'clarification', await readLimits(maria)));
});

it('a deadline that waited for the citizen goes on with the days that the office is open', async () => {
  const id = await submitted(maria);
  await playClerk(context, { citizenId: maria.citizenId, id }, 'ask');
  clocks.moveOffice(1);
  await sendReply(maria, id);
  // Ten days were left on Wednesday; the reply comes on Thursday.
  expect((await readRequest(maria, id)).dueOn).toBe('2026-12-15');
});

it('a citizen may reply on the next day when the office is closed on the last, and is told of that one', async () => {
  const id = await submitted(maria);
  await playClerk(context, { citizenId: maria.citizenId, id }, 'ask');
  const at = (instant: string) => ({
    ...context,
    clocks: { ...clocks, officeNow: () => Date.parse(instant) },
  });
  await sweepDue(at('2027-05-20T10:00:00Z'));
  const told = context.db.selectFrom('toldNews').select('about').where('requestId', '=', id);
  expect(await told.where('news', '=', 'replySoon').execute()).toEqual([{ about: '2027-05-26' }]);
  await endRequests(at('2027-05-26T22:00:00Z'));
  expect((await readRequest(maria, id)).state).toBe('awaitingCitizen');
  await endRequests(at('2027-05-27T04:00:00Z'));
  expect((await readRequest(maria, id)).state).toBe('closed');
});

it('more files than the published limits allow are refused, of a request and of a reply', async () => {
  const attachments = [];
  for (const text of ['x', 'y', 'z']) attachments.push(await uploaded(maria, pdf(text)));
  const tooMany = { field: 'attachments', code: 'attachmentTooMany' };
  const refused = await submit<Problem>(maria, randomUUID(), submission({ attachments }));
  expect(refused.body.issues).toEqual([expect.objectContaining(tooMany)]);
  const id = await submitted(maria, { attachments: attachments.slice(1) });
  await playClerk(context, { citizenId: maria.citizenId, id }, 'ask');
  const fresh = [];
  for (const text of ['a', 'b', 'c']) fresh.push(await uploaded(maria, pdf(text)));
  const reply = await sendReply(maria, id, { attachments: fresh });
  expect(reply.body.issues).toEqual([expect.objectContaining(tooMany)]);
});
