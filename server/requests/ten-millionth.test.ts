import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, readRequest, signIn, submitted } from '../../contract/conformance/subject.ts';
import { parseReceiptClaims } from '../../domain/proof/receipt-claims.ts';
import { createApp } from '../app.ts';
import { findByReference } from '../office/read-request.ts';
import { readPlace, readWaitingPage, type WaitingPlace, writePlace } from '../office/waiting.ts';
import { findRequests, readSought } from '../search/find-requests.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';

const context = createTestContext(await openTestDatabase(), createTestClocks());
const { db } = context;
let maria: Browser;

beforeAll(() => prepareWorld(context), START_MS);
beforeEach(async () => {
  await restoreWorld(db);
  maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
  await sql`select setval('reference_numbers', 9999998)`.execute(db);
});
afterAll(() => db.destroy());

it('whoever sends the ten-millionth request is told how it stands, and the office finds it', async () => {
  await submitted(maria);
  const id = await submitted(maria);
  const { reference, receipt } = await readRequest(maria, id);
  expect(reference).toBe('EC-2026-10000000');
  const { code } = (await maria.send<{ code: string }>('GET', `/requests/${id}/status-code`)).body;
  expect((await maria.send('POST', '/status', { json: { reference, code } })).status).toBe(200);
  expect((await findByReference(db, null, reference))?.id).toBe(id);
  const sought = readSought(` ${reference.toLowerCase()}`);
  expect(await findRequests(context, { who: 'clerk ana', reach: null }, sought)).toEqual([reference]);
  const [, claims = ''] = receipt?.split('.') ?? [];
  expect(parseReceiptClaims(JSON.parse(Buffer.from(claims, 'base64url').toString()))).not.toBeNull();
});

it('the office’s list leaves out no request and shows none twice where references grow by a digit', async () => {
  const sent: string[] = [];
  for (let nth = 0; nth < 4; nth += 1) sent.push(await submitted(maria));
  const listed: string[] = [];
  let after: WaitingPlace | null = null;
  do {
    const page = await readWaitingPage(db, { reach: null, after, limit: 1 });
    listed.push(...page.waiting.map(({ request }) => request.id));
    after = page.next && readPlace(writePlace(page.next));
  } while (after);
  expect(listed.filter((id) => sent.includes(id)).toSorted()).toEqual(sent.toSorted());
});
