import { PostgresQueryCompiler, type QueryId } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMED_CALLS } from '../contract/conformance/named-calls.ts';
import { type Ids, makeAsked, makeOneOfEach, unknownIds } from '../contract/conformance/named-ids.ts';
import {
  type Browser,
  openBrowser,
  PEOPLE,
  type Subject,
  signIn,
  submitted,
} from '../contract/conformance/subject.ts';
import type { CitizenRequest } from '../contract/types.ts';
import type { Context } from './context.ts';
import { openAnew } from './testing/open-anew.ts';
import { prepareWorld } from './testing/saved-world.ts';
import { START_MS } from './testing/start-ms.ts';
import { createTestClocks } from './testing/test-clocks.ts';
import { createTestContext } from './testing/test-context.ts';
import { openTestDatabase } from './testing/test-database.ts';

const compiler = new PostgresQueryCompiler();
const clocks = createTestClocks();
let context: Context;
let subject: Subject;
const texts = new WeakMap<QueryId, string>();
let statements: string[] = [];

beforeAll(async () => {
  const plain = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(plain);
  const db = plain.db.withPlugin({
    transformQuery({ node, queryId }) {
      texts.set(queryId, compiler.compileQuery(node, queryId).sql);
      return node;
    },
    // A query that is built once may have been built before this plugin was there: then its id stands for its text.
    async transformResult({ result, queryId }) {
      statements.push(texts.get(queryId) ?? queryId.queryId);
      return result;
    },
  });
  context = { ...plain, db };
}, START_MS);
async function open(): Promise<void> {
  subject = await openAnew(context, clocks);
}
afterAll(() => context.db.destroy());

describe('What another citizen has makes no call longer or shorter', () => {
  let maria: Browser;
  let joao: Browser;
  let marias: Ids;
  beforeAll(async () => {
    await open();
    maria = await signIn(subject);
    joao = await signIn(subject, PEOPLE.joao);
    marias = await makeOneOfEach(maria);
  });

  async function workOf(call: (typeof NAMED_CALLS)[number][1], ids: Ids) {
    const own = await makeAsked(joao);
    statements = [];
    const { status } = await joao.send(...call(ids, own));
    return { status, asked: [...statements] };
  }

  it.each(NAMED_CALLS)(
    'to %s with an id of theirs asks the database the same as with an id that nobody has',
    async (_name, call) => {
      const known = await workOf(call, marias);
      expect(known.asked.length).toBeGreaterThan(0);
      expect(known.asked).toEqual((await workOf(call, unknownIds())).asked);
      // What João has made under such an id is his own from then on.
      if (known.status < 300) marias = await makeOneOfEach(maria);
    },
  );
});

describe('Whether somebody has a NISS makes no recovery longer or shorter', () => {
  const ask = (browser: Browser, niss: string) =>
    browser.send('POST', '/session/recovery', { json: { niss } });
  const guess = (browser: Browser) =>
    browser.send('POST', '/session/recovery/password', {
      json: { code: '999999', newPassword: 'quatro gatos na varanda' },
    });

  async function worksOf(niss: string): Promise<string[][]> {
    const browser = openBrowser(subject);
    const works: string[][] = [];
    for (const call of [() => ask(browser, niss), () => guess(browser)]) {
      statements = [];
      await call();
      works.push([...statements]);
    }
    return works;
  }

  it('to ask for a code and to type a wrong one asks the database the same, be it anybody’s or nobody’s', async () => {
    await open();
    const [asked, guessed] = await worksOf(PEOPLE.maria);
    expect(asked?.length).toBeGreaterThan(0);
    expect(guessed?.length).toBeGreaterThan(0);
    expect(await worksOf('12345678902')).toEqual([asked, guessed]);
  });
});

it('whoever guesses a código de consulta has the same asked of the database, whether the reference is anybody’s or not', async () => {
  await open();
  const maria = await signIn(subject);
  const id = await submitted(maria);
  const { body } = await maria.send<CitizenRequest>('GET', `/requests/${id}`);
  async function workOfGuess(reference: string): Promise<string[]> {
    statements = [];
    const json = { reference, code: 'ABCDEFGHJK' };
    expect((await openBrowser(subject).send('POST', '/status', { json })).status).toBe(422);
    return [...statements];
  }
  const known = await workOfGuess(body.reference);
  expect(known.length).toBeGreaterThan(0);
  expect(known).toEqual(await workOfGuess('EC-2026-9999999'));
});
