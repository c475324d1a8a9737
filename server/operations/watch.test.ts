import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import {
  openBrowser,
  PASSWORD,
  PEOPLE,
  signIn,
  submission,
  submit,
  TUS,
} from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { createLog } from '../log.ts';
import { Outage } from '../outage.ts';
import { askRaw } from '../testing/ask-raw.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { createMetrics } from './metrics.ts';
import { createMetricsServer } from './metrics-server.ts';
import { createReadiness } from './readiness.ts';
import { createWatch } from './watch.ts';

const WORDS = 'divórcio-da-Maria';

const lines: string[] = [];
const metrics = createMetrics();
let context: Context;

beforeAll(async () => {
  const log = createLog({ write: (line) => void lines.push(line) });
  const plain = createTestContext(await openTestDatabase(1), createTestClocks());
  context = { ...plain, ...createWatch(log, metrics) };
  await prepareWorld(context);
}, START_MS);
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => context.db.destroy());

const subject = () => ({ server: createApp(context), advance() {}, stop: async () => {} });
const told = () => lines.map((line) => JSON.parse(line));

describe('What is told of a call', () => {
  it('is one line, with which call it was, how it went, and how long it took', async () => {
    const { headers } = await openBrowser(subject()).send('GET', '/limits');
    expect(told()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        id: headers.get('X-Request-Id'),
        method: 'GET',
        route: '/api/v1/limits',
        status: 200,
        ms: expect.any(Number),
        msg: 'call',
      },
    ]);
  });

  it('is found by the id of an answer without a body too, which no cache keeps either', async () => {
    const { status, headers } = await openBrowser(subject()).send('HEAD', '/uploads/u_x', { headers: TUS });
    const [call] = told();
    expect([status, headers.get('X-Request-Id'), headers.get('Cache-Control')]).toEqual([
      401,
      call.id,
      'no-store',
    ]);
  });

  it('holds no word of whoever calls, wherever they stand', async () => {
    const maria = await signIn(subject());
    await submit(maria, crypto.randomUUID(), submission({ description: `${WORDS}, e mais.` }));
    await maria.send('GET', `/drafts/${encodeURIComponent(WORDS)}`);
    await maria.send('GET', `/${encodeURIComponent(WORDS)}?${encodeURIComponent(WORDS)}`);
    await maria.send('GET', `/requests/${crypto.randomUUID()}/attachments/${encodeURIComponent(WORDS)}`);
    expect(told().map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /api/v1/session/password 200',
      'POST /api/v1/session/code 200',
      'PUT /api/v1/requests/:requestId 201',
      'GET /api/v1/drafts/:draftId 404',
      'GET /api/v1/* 404',
      'GET /api/v1/requests/:requestId/attachments/:attachmentId 404',
    ]);
    const all = lines.join('') + (await metrics.write()).text;
    for (const secret of [WORDS, encodeURIComponent(WORDS), PEOPLE.maria, PASSWORD, maria.jar.cookie]) {
      expect(all).not.toContain(secret);
    }
  });

  it('leads from a failed call to what failed in it', async () => {
    const broken = { ...context, seal: { ...context.seal, fingerprint: () => failWith(WORDS) } };
    const browser = openBrowser({ ...subject(), server: createApp(broken) });
    const { status } = await browser.send('POST', '/session/password', {
      json: { niss: PEOPLE.maria, password: PASSWORD },
    });
    const [bug, call] = told();
    expect([status, call.status, call.level, bug.msg]).toEqual([503, 503, 'error', 'bug']);
    expect(bug.id).toBe(call.id);
    expect(bug.bug).toContain('failWith');
    expect(lines.join('')).not.toContain(WORDS);
  });
});

it('What failed because something else was away is told and counted as that, and is no bug', async () => {
  const counted = createMetrics();
  const { onBug } = createWatch(createLog({ write: (line) => void lines.push(line) }), counted);
  const cause = Object.assign(new Error(WORDS), { code: 'ECONNREFUSED' });
  onBug(new Outage('mail', cause), 'call-1');
  expect(told()).toMatchObject([{ msg: 'outage', of: 'mail', code: 'ECONNREFUSED', id: 'call-1' }]);
  expect(lines.join('')).not.toContain(WORDS);
  const { text } = await counted.write();
  expect(text).toMatch(/^eclic_outages_total\{of="mail"\} 1$/m);
  expect(text).toMatch(/^eclic_bugs_total 0$/m);
});

function failWith(words: string): never {
  throw new Error(words);
}

describe('What is counted', () => {
  it('is read by Prometheus at one address of a port of its own', async () => {
    await openBrowser(subject()).send('GET', '/topics');
    const server = createMetricsServer(metrics, []);
    const root = `http://127.0.0.1:${await listenAnywhere(server)}`;
    const answer = await fetch(`${root}/metrics`);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/topics",status="200"\} 1$/m,
    );
    expect(text).toMatch(/^eclic_bugs_total \d+$/m);
    expect((await fetch(`${root}/`)).status).toBe(404);
    await closeServer(server);
  });

  it.each([
    ['mau.example', 421],
    ['mau.example:9464', 421],
    ['localhost.mau.example', 421],
    ['127.0.0.1.mau.example', 421],
    ['localhost:9464', 200],
    ['127.0.0.1', 200],
    ['[::1]:9464', 200],
    ['10.1.2.3:9464', 200],
    ['[2001:db8::1]:9464', 200],
    ['metrics.interna:9464', 200],
  ])('is shown to whoever asks for %s: %i', async (host, status) => {
    const server = createMetricsServer(metrics, ['metrics.interna']);
    const port = await listenAnywhere(server);
    expect((await askRaw(port, '/metrics', { host })).status).toBe(status);
    await closeServer(server);
  });
});

describe('Whether calls should be sent here', () => {
  it('is yes while the database answers, and no when it is gone or says nothing', async () => {
    expect(await createReadiness(context.db)()).toBe(true);
    await context.db.transaction().execute(async () => {
      // The embedded database has a single connection, and this transaction holds it.
      expect(await createReadiness(context.db, 50)()).toBe(false);
    });
    // Nobody listens at this port.
    const gone = connectPostgres('postgres://eclic@127.0.0.1:1/eclic', 1);
    expect(await createReadiness(gone)()).toBe(false);
    await gone.destroy();
  });
});
