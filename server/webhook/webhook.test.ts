import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import { submission } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { JOB_TABLE } from '../jobs/job-table.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { readNews } from '../office/read-news.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { gate } from '../testing/gate.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { callWebhook } from './call-webhook.ts';

const RETRY_MS = 10_000;
const KEY = new Uint8Array(32).fill(3);

interface Heard {
  headers: IncomingMessage['headers'];
  body: string;
}

const clocks = createTestClocks();
const told: unknown[] = [];
const heard: Heard[] = [];
/** Answers the next call. */
let answer: (response: ServerResponse) => unknown;
const ok = (response: ServerResponse) => response.writeHead(204).end();

const receiver = createServer(async (request, response) => {
  heard.push({ headers: request.headers, body: await text(request) });
  answer(response);
});
let context: Context;

beforeAll(async () => {
  const port = await listenAnywhere(receiver);
  const asleep = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(asleep);
  const webhook = { url: `http://127.0.0.1:${port}/novidades`, key: KEY };
  context = { ...asleep, webhook, onBug: (error) => void told.push(error) };
}, START_MS);
beforeEach(async () => {
  clocks.restart();
  await restoreWorld(context.db);
  for (const list of [told, heard]) list.length = 0;
  answer = ok;
});
afterAll(async () => {
  await closeServer(receiver);
  await context.db.destroy();
});

async function ask(description: string): Promise<string> {
  const content = submission({ description });
  const asked = { citizenId: MARIA_ID, id: randomUUID(), revision: 1, content };
  return (await submitRequest(context, asked)).request.reference;
}

const call = () => runDueJobs(context, 'callWebhook');
const ids = () => heard.map(({ headers }) => headers['webhook-id']);

/** Checks a signature as the receiver does, by the rules of Standard Webhooks. */
function isSigned({ headers, body }: Heard): boolean {
  const [id, timestamp] = [headers['webhook-id'], headers['webhook-timestamp']];
  const signature = createHmac('sha256', KEY).update(`${id}.${timestamp}.${body}`).digest('base64');
  return headers['webhook-signature'] === `v1,${signature}` && timestamp === `${clocks.now() / 1000}`;
}

it('whoever is called learns the reference, what happened and the cursor, signed, and not a word', async () => {
  const { cursor } = await readNews(context.db, { cursor: null, limit: 500, reach: null });
  const reference = await ask('Tenho uma doença de que ninguém sabe.');
  await call();
  expect(heard.map(isSigned)).toEqual([true]);
  const page = await readNews(context.db, { cursor, limit: 500, reach: null });
  expect(page.news.map(({ request }) => request.reference)).toEqual([reference]);
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
    type: 'request.submitted',
    timestamp: new Date(clocks.officeNow()).toISOString(),
    data: { reference, cursor: page.cursor },
  });
  await call();
  expect(heard).toHaveLength(1);
});

it.each([500, 404, 302])(
  'whoever answers %i is called again later, with the same id, until they take it',
  async (status) => {
    answer = (response) => response.writeHead(status, { Location: '/elsewhere' }).end();
    await ask('Recebi uma nota de cobrança.');
    await call();
    await call();
    expect([heard.length, told.length]).toEqual([1, 1]);
    clocks.advance(RETRY_MS);
    answer = ok;
    await call();
    clocks.advance(RETRY_MS * 100);
    await call();
    expect(ids()).toEqual([ids()[0], ids()[0]]);
  },
);

it('whoever breaks off is called again', async () => {
  answer = (response) => response.destroy();
  await ask('Recebi uma nota de cobrança.');
  await call();
  clocks.advance(RETRY_MS);
  answer = ok;
  await call();
  expect(heard).toHaveLength(2);
});

it('whoever hangs, or answers too late, is not waited for and called again', async () => {
  const { reached, open, pass } = gate();
  answer = async (response) => {
    await pass();
    ok(response);
  };
  const patience = new AbortController();
  const run: typeof callWebhook = (given, news) => callWebhook(given, news, { wait: () => patience.signal });
  await ask('Recebi uma nota de cobrança.');
  const called = runDueJobs(context, 'callWebhook', { table: { ...JOB_TABLE, callWebhook: { run } } });
  await reached;
  patience.abort();
  await called;
  open();
  expect(told).toHaveLength(1);
  clocks.advance(RETRY_MS);
  answer = ok;
  await call();
  expect(ids()).toEqual([ids()[0], ids()[0]]);
});

it('one that is never taken keeps none of the others from being called', async () => {
  answer = (response) => response.writeHead(heard.length === 1 ? 500 : 204).end();
  const references = [await ask('Recebi uma nota de cobrança.'), await ask('Recebi outra nota.')];
  await call();
  const called = heard.map(
    ({ body }) => (JSON.parse(body) as { data: { reference: string } }).data.reference,
  );
  expect(called).toEqual(references);
});

it('where nobody wants to be called, nothing waits', async () => {
  context = { ...context, webhook: null };
  await ask('Recebi uma nota de cobrança.');
  const waiting = await context.db.selectFrom('jobs').selectAll().where('name', '=', 'callWebhook').execute();
  expect(waiting).toEqual([]);
});
