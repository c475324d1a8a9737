import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Browser,
  openBrowser,
  pdf,
  sendChunk,
  signIn,
  startUpload,
  submission,
  submit,
  submitted,
  uploaded,
  uploadPath,
} from '../../contract/conformance/subject.ts';
import type { ChangePage } from '../../contract/types.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { playClerk } from '../testing/play-clerk.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { forgetOld } from './forget-old.ts';
import type { Forgotten } from './forgotten.ts';

const DAY_MS = 24 * 60 * 60_000;

const clocks = createTestClocks();
const told: Forgotten[] = [];
let context: Context;

beforeAll(async () => {
  const onForgotten = (forgotten: Forgotten) => void told.push(forgotten);
  context = { ...createTestContext(await openTestDatabase(), clocks), onForgotten };
  await prepareWorld(context);
}, START_MS);
beforeEach(() => restoreWorld(context.db));
afterAll(() => context.db.destroy());

const subject = () => ({ server: createApp(context), advance() {}, stop: async () => {} });

/** The office's clock is so many days ahead; whoever is signed in still is. */
function inDays(days: number): Context {
  const officeNow = () => clocks.officeNow() + days * DAY_MS;
  return { ...context, clocks: { ...context.clocks, officeNow } };
}

const statusOf = async (browser: Browser, path: string) => (await browser.send('GET', path)).status;

async function newsOf(browser: Browser, cursor: string): Promise<ChangePage['changes']> {
  return (await browser.send<ChangePage>('GET', `/changes?cursor=${cursor}`)).body.changes;
}

async function cursorOf(browser: Browser): Promise<string> {
  return (await browser.send<ChangePage>('GET', '/changes?limit=500')).body.cursor;
}

/** Returns the tables that name the request. It finds a table that a later version adds, too. */
async function tablesThatName(requestId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'request_id'`.execute(context.db);
  const found: string[] = [];
  for (const { name } of rows) {
    const named = await sql`select 1 from ${sql.table(name)} where request_id = ${requestId}`.execute(
      context.db,
    );
    if (named.rows.length > 0) found.push(name);
  }
  return found;
}

describe('A request that is over', () => {
  it('goes two years after it was closed, with its messages, files and keys, and each device hears of it', async () => {
    const maria = await signIn(subject());
    const [id, file] = [randomUUID(), await uploaded(maria, pdf('fatura'))];
    await submit(maria, id, submission({ attachments: [file] }));
    for (const action of ['answer', 'close'] as const)
      await playClerk(context, { citizenId: maria.citizenId, id }, action);
    const cursor = await cursorOf(maria);

    await forgetOld(inDays(2 * 365 - 1));
    expect(await statusOf(maria, `/requests/${id}/attachments/${file.id}`)).toBe(200);
    expect(await newsOf(maria, cursor)).not.toContainEqual({ type: 'draftDeleted', draftId: id });

    await forgetOld(inDays(2 * 365 + 1));
    expect(told.at(-1)?.requests).toBeGreaterThan(0);
    expect(await statusOf(maria, `/requests/${id}`)).toBe(404);
    expect(await newsOf(maria, cursor)).toContainEqual({ type: 'draftDeleted', draftId: id });
    expect(await tablesThatName(id)).toEqual([]);
    const { db } = context;
    expect(await db.selectFrom('pieces').where('fileId', '=', file.uploadId).selectAll().execute()).toEqual(
      [],
    );
    expect(await db.selectFrom('uploads').where('id', '=', file.uploadId).selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('requestKeys').where('id', '=', id).selectAll().execute()).toEqual([]);
  });

  it('is not made again by a device that sends it once more after years', async () => {
    const maria = await signIn(subject());
    const id = await submitted(maria);
    await maria.send('PUT', `/requests/${id}/withdrawal`);
    await forgetOld(inDays(3 * 365));
    expect(await submit(maria, id)).toMatchObject({ status: 409, body: { type: 'id-taken' } });
  });

  it('stays while the office has it, however old', async () => {
    const maria = await signIn(subject());
    const id = await submitted(maria);
    await forgetOld(inDays(20 * 365));
    expect(await statusOf(maria, `/requests/${id}`)).toBe(200);
  });

  it('leaves a file to another request that has the same', async () => {
    const maria = await signIn(subject());
    const [gone, kept] = [randomUUID(), randomUUID()];
    const file = await uploaded(maria, pdf('duas vezes'));
    for (const id of [gone, kept]) await submit(maria, id, submission({ attachments: [file] }));
    await maria.send('PUT', `/requests/${gone}/withdrawal`);
    await forgetOld(inDays(3 * 365));
    expect(await statusOf(maria, `/requests/${gone}`)).toBe(404);
    expect(await statusOf(maria, `/requests/${kept}/attachments/${file.id}`)).toBe(200);
  });
});

describe('A draft', () => {
  const NEW = { 'If-None-Match': '*' };

  it('goes a year after it was last saved, as if it had been deleted, and makes room', async () => {
    const maria = await signIn(subject());
    const [old, fresh] = [randomUUID(), randomUUID()];
    await maria.send('PUT', `/drafts/${old}`, { json: submission(), headers: NEW });
    const later = openBrowser({ ...subject(), server: createApp(inDays(200)) });
    Object.assign(later, { citizenId: maria.citizenId });
    Object.assign(later.jar, maria.jar);
    await later.send('PUT', `/drafts/${fresh}`, { json: submission(), headers: NEW });
    const cursor = await cursorOf(maria);

    for (const days of [364, 366]) await forgetOld(inDays(days));
    expect(told.slice(-2).map(({ drafts }) => drafts)).toEqual([0, 1]);
    const gone = (await newsOf(maria, cursor)).filter(({ type }) => type === 'draftDeleted');
    expect(gone).toEqual([{ type: 'draftDeleted', draftId: old }]);
    expect(await statusOf(maria, `/drafts/${fresh}`)).toBe(200);
    const { drafts } = await context.db
      .selectFrom('citizens')
      .select('drafts')
      .where('id', '=', maria.citizenId)
      .executeTakeFirstOrThrow();
    expect(drafts).toBe(1);
  });
});

describe('An upload', () => {
  it('goes after a day when nothing came for it, and later when something did', async () => {
    const maria = await signIn(subject());
    const bytes = pdf('meio ficheiro');
    const unused = uploadPath(await startUpload(maria, randomUUID(), bytes.length));
    const begun = uploadPath(await startUpload(maria, randomUUID(), bytes.length));
    await sendChunk(maria, begun, 0, bytes.subarray(0, 5));
    const whole = await uploaded(maria, bytes);
    const ids = [unused, begun].map((path) => path.split('/').at(-1) ?? '');
    const left = async (days: number) => {
      await forgetOld(inDays(days));
      const rows = await context.db
        .selectFrom('uploads')
        .select('id')
        .where('committed', '=', false)
        .execute();
      return new Set(rows.map(({ id }) => id));
    };
    expect(await left(0.9)).toEqual(new Set([...ids, whole.uploadId]));
    expect(await left(1.1)).toEqual(new Set([ids[1], whole.uploadId]));
    expect(await left(7.1)).toEqual(new Set([whole.uploadId]));
    expect(await left(30.1)).toEqual(new Set());
  });
});
