import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type Browser,
  pdf,
  sendReply,
  signIn,
  submission,
  submit,
  uploaded,
} from '../../contract/conformance/subject.ts';
import { closeAccount } from '../accounts/close-account.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { forgetRequest } from '../requests/forget-request.ts';
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

/** Returns which of the uploads are still there, with a row of their own or with bytes. */
async function listKept(...ids: string[]): Promise<string[]> {
  const uploads = await db.selectFrom('uploads').select('id').where('id', 'in', ids).execute();
  const pieces = await db.selectFrom('pieces').select('fileId as id').where('fileId', 'in', ids).execute();
  return ids.filter((id) => [...uploads, ...pieces].some((row) => row.id === id));
}

it('what drafts name stays without their words being read, whatever characters are in them', async () => {
  const [named, unnamed] = [await uploaded(maria, pdf('a')), await uploaded(maria, pdf('b'))];
  const description = 'Tenho uma hemocromatose, um zero \u{0} e metade de um emoji \ud83d.';
  const json = submission({ description, attachments: [named] });
  const { status } = await maria.send('PUT', `/drafts/${randomUUID()}`, {
    json,
    headers: { 'If-None-Match': '*' },
  });
  expect(status).toBe(201);
  const rows: string[] = [];
  const read = db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      rows.push(JSON.stringify(result.rows));
      return result;
    },
  });
  await forgetOld({ ...inDays(31), db: read });
  expect(await listKept(named.uploadId, unnamed.uploadId)).toEqual([named.uploadId]);
  expect(rows.filter((row) => row.includes('hemocromatose'))).toEqual([]);
});

it('a file that a request had already is not kept a second time, and the account can be closed', async () => {
  const { citizenId } = maria;
  const mine = db.selectFrom('requests').select('id').where('citizenId', '=', citizenId);
  for (const { id } of await mine.execute())
    await db.transaction().execute((tx) => forgetRequest(tx, citizenId, id));
  const [id, file, same] = [randomUUID(), await uploaded(maria, pdf('x')), await uploaded(maria, pdf('x'))];
  await submit(maria, id, submission({ attachments: [file] }));
  await playClerk(context, { citizenId, id }, 'ask');
  const reply = await sendReply(maria, id, { attachments: [{ ...file, uploadId: same.uploadId }] });
  expect(reply.status).toBe(201);
  for (const action of ['answer', 'close'] as const) await playClerk(context, { citizenId, id }, action);
  await forgetOld(inDays(3 * 365));
  expect(await listKept(same.uploadId)).toEqual([]);
  expect(await closeAccount(context, citizenId)).toEqual({ hasRequests: false });
});

it('a file that a version of before has kept although no request names it goes in the night, and no other', async () => {
  const [left, attached] = [await uploaded(maria, pdf('a')), await uploaded(maria, pdf('b'))];
  await submit(maria, randomUUID(), submission({ attachments: [attached] }));
  await db.updateTable('uploads').set({ committed: true }).where('id', '=', left.uploadId).execute();
  await forgetOld(context);
  expect(await listKept(left.uploadId, attached.uploadId)).toEqual([attached.uploadId]);
});
