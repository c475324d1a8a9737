import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type Browser,
  openBrowser,
  PEOPLE,
  type Subject,
  signIn,
  startUpload,
  submitted,
} from '../contract/conformance/subject.ts';
import { createApp } from './app.ts';
import { lockCitizen } from './citizens.ts';
import type { Context } from './context.ts';
import { connectPostgres } from './db/connect.ts';
import { countWaiting } from './testing/count-waiting.ts';
import { gate } from './testing/gate.ts';
import { playClerk } from './testing/play-clerk.ts';
import { prepareWorld } from './testing/saved-world.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { makeTestDatabase } from './testing/test-database.ts';

const url = (await makeTestDatabase()) ?? '';
const MARIAS = 24;

describe.skipIf(url === '')('While somebody holds what is one citizen’s', () => {
  let context: Context;
  let elsewhere: Context;
  let subject: Subject;
  beforeAll(async () => {
    const clocks = createTestClocks();
    [context, elsewhere] = [10, 2].map((most) => createTestContext(connectPostgres(url, most), clocks)) as [
      Context,
      Context,
    ];
    await prepareWorld(context);
    subject = {
      server: createApp({ ...context, onBug() {} }),
      advance: clocks.advance,
      stop: async () => {},
    };
  }, START_MS);
  afterAll(() => Promise.all([context.db.destroy(), elsewhere.db.destroy()]));

  const lookUp = () =>
    openBrowser(subject).send('POST', '/status', {
      json: { reference: 'EC-2026-0000001', code: 'ABCDEFGHJK' },
    });

  const saveDraft = (browser: Browser) =>
    browser.send('PUT', `/drafts/${randomUUID()}`, {
      headers: { 'If-None-Match': '*' },
      json: {
        kind: null,
        onBehalfOf: null,
        topic: null,
        description: 'Palavras.',
        attachments: [],
        writtenAt: '2026-11-25T10:31:00.000Z',
      },
    });

  it(`${MARIAS} of their own calls wait for it, and ten of others do not`, async () => {
    const [maria, joao] = [await signIn(subject), await signIn(subject, PEOPLE.joao)];
    const held = gate();
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await lockCitizen(tx, maria.citizenId);
      await held.pass();
    });
    await held.reached;
    let answered = 0;
    const saved = Array.from({ length: MARIAS }, async () => {
      const { status } = await saveDraft(maria);
      answered += 1;
      return status;
    });
    const others = await Promise.all(Array.from({ length: 10 }, () => saveDraft(joao)));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 201));
    expect(answered, 'Maria’s are still waiting').toBe(0);
    held.open();
    await holding;
    expect(await Promise.all(saved)).toEqual(saved.map(() => 201));
  });

  it(`${MARIAS} of their own pages, requests and drafts wait for it, and ten of others do not`, async () => {
    const [maria, joao] = [await signIn(subject), await signIn(subject, PEOPLE.joao)];
    const paths = ['/changes', `/requests/${randomUUID()}`, `/drafts/${randomUUID()}`];
    const held = gate();
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await sql`lock table requests, drafts in access exclusive mode`.execute(tx);
      await held.pass();
    });
    await held.reached;
    let answered = 0;
    const read = Array.from({ length: MARIAS }, async (_, nth) => {
      const { status } = await maria.send('GET', paths[nth % paths.length] ?? '');
      answered += 1;
      return status;
    });
    const others = await Promise.all(Array.from({ length: 10 }, () => joao.send('GET', '/sessions')));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    expect(answered, 'Maria’s are still waiting').toBe(0);
    held.open();
    await holding;
    expect(new Set(await Promise.all(read))).toEqual(new Set([200, 404]));
  });

  it('a clerk’s act about them waits for what is at work, and not behind all that they have asked', async () => {
    const maria = await signIn(subject);
    const named = { citizenId: maria.citizenId, id: await submitted(maria) };
    const held = gate();
    onTestFinished(() => held.open());
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await lockCitizen(tx, maria.citizenId);
      await held.pass();
    });
    await held.reached;
    const saved = Array.from({ length: MARIAS }, () => saveDraft(maria));
    await expect.poll(() => countWaiting(elsewhere.db)).toBe(2);
    const acted = playClerk(context, named, 'review');
    await expect.poll(() => countWaiting(elsewhere.db)).toBe(3);
    held.open();
    await Promise.all([holding, acted, ...saved]);
  });

  it('two whose reads and writes wait for it leave room for a third', async () => {
    const [maria, bakery] = [await signIn(subject), await signIn(subject, PEOPLE.bakery)];
    const joao = await signIn(subject, PEOPLE.joao);
    const held = gate();
    onTestFinished(() => held.open());
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await sql`lock table requests, drafts in access exclusive mode`.execute(tx);
      await held.pass();
    });
    await held.reached;
    let answered = 0;
    const calls = [maria, bakery].flatMap((each) =>
      Array.from({ length: MARIAS }, (_, nth) =>
        (nth % 2 === 0 ? saveDraft(each) : each.send('GET', '/changes')).finally(() => {
          answered += 1;
        }),
      ),
    );
    await expect.poll(() => countWaiting(elsewhere.db)).toBeGreaterThanOrEqual(8);
    expect((await joao.send('GET', '/sessions')).status).toBe(200);
    expect(answered, 'Maria’s and the bakery’s are still waiting').toBe(0);
    held.open();
    await Promise.all([holding, ...calls]);
  });

  it('what they write does not wait for what they read', async () => {
    const maria = await signIn(subject);
    const held = gate();
    onTestFinished(() => held.open());
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await sql`lock table drafts in access exclusive mode`.execute(tx);
      await held.pass();
    });
    await held.reached;
    let answered = 0;
    const read = Array.from({ length: MARIAS }, async () => {
      await maria.send('GET', `/drafts/${randomUUID()}`);
      answered += 1;
    });
    // A submission looks for its draft in that table, too.
    expect((await startUpload(maria, randomUUID(), 9)).status).toBe(201);
    expect(answered, 'Maria’s are still waiting').toBe(0);
    held.open();
    await Promise.all([holding, ...read]);
  });

  it(`${MARIAS} calls of one stranger wait for it, and ten of others do not`, async () => {
    const joao = await signIn(subject, PEOPLE.joao);
    const { status } = await lookUp();
    const held = gate();
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await tx.selectFrom('tries').select('key').forUpdate().execute();
      await held.pass();
    });
    await held.reached;
    let answered = 0;
    const looked = Array.from({ length: MARIAS }, () =>
      lookUp().finally(() => {
        answered += 1;
      }),
    );
    const others = await Promise.all(Array.from({ length: 10 }, () => saveDraft(joao)));
    expect(others.map((each) => each.status)).toEqual(others.map(() => 201));
    expect(answered, 'The stranger’s are still waiting').toBe(0);
    held.open();
    await holding;
    expect((await Promise.all(looked)).map((each) => each.status)).toContain(status);
  });
});
