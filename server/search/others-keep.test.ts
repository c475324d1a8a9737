import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Browser, PEOPLE, type Subject, signIn } from '../../contract/conformance/subject.ts';
import { MARIA_ID, SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { CALL_PATIENCE, COMMAND_PATIENCE, type Patience } from '../db/patience.ts';
import { knowCitizen } from '../know-citizen.ts';
import { createSite } from '../site.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { gate } from '../testing/gate.ts';
import { makeRequest } from '../testing/office-world.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { findRequests, readSought } from './find-requests.ts';
import { keepAllWords, keepWordsAnew, keepWordsOf } from './keep-words.ts';

const url = (await makeTestDatabase()) ?? '';
const WHO = { who: 'clerk ana', reach: null };

describe.skipIf(url === '')('While somebody else keeps the words of requests', () => {
  let context: Context;
  let elsewhere: Context;
  let subject: Subject;
  let maria: Browser;
  beforeAll(async () => {
    const clocks = createTestClocks();
    const connect = (patience: Patience) => createTestContext(connectPostgres(url, 5, patience), clocks);
    context = connect(CALL_PATIENCE);
    // What is not a call waits for as long as it takes, like a job.
    elsewhere = connect(COMMAND_PATIENCE);
    await prepareWorld(context);
    subject = { server: createSite(context), advance() {}, stop: async () => {} };
    maria = await signIn(subject);
  }, START_MS);
  afterAll(() => Promise.all([context.db.destroy(), elsewhere.db.destroy()]));

  /** Returns the reference of a new request. */
  const ask = async (description: string) => {
    const { path } = await makeRequest(maria, { description });
    return path.split('/').at(-1);
  };

  it('a search finds what is kept already and does not wait, the job does, and the next search finds the rest', async () => {
    const find = () => findRequests(context, WHO, readSought('hemocromatose'));
    const first = await ask('Tenho uma hemocromatose.');
    expect(await find()).toEqual([first]);
    const second = await ask('Tenho uma hemocromatose.');

    const held = gate();
    onTestFinished(() => held.open());
    const holding = elsewhere.db.transaction().execute(async (tx) => {
      await tx.selectFrom('officeWordsKept').select('upTo').forUpdate().execute();
      await held.pass();
    });
    await held.reached;
    let isKept = false;
    const keeping = keepAllWords(elsewhere).then(() => {
      isKept = true;
    });
    expect(await find()).toEqual([first]);
    expect(isKept, 'the job waits').toBe(false);
    held.open();
    await Promise.all([holding, keeping]);
    expect(new Set(await find())).toEqual(new Set([first, second]));
  });

  it.each([
    ['all requests', 'fibromialgia', (walker: Context) => keepWordsAnew(walker, { after: null })],
    ['a citizen', 'endometriose', (walker: Context) => keepWordsOf(walker, { citizenId: MARIA_ID })],
  ])('those of %s anew, a request that is sent meanwhile is found', async (_whose, word, keep) => {
    await Promise.all([ask('Tenho febre.'), ask('Tenho febre.')]);
    let sent: string | undefined;
    /** What each search finds while the words of requests are locked. */
    const found: string[][] = [];
    const db = elsewhere.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (result.rows.some((row) => 'upTo' in row)) {
          sent ??= await ask(`Tenho uma ${word}.`);
          found.push(await findRequests(context, WHO, readSought(word)));
        }
        return result;
      },
    });
    await keep({ ...elsewhere, db });
    expect([found.at(0), found.at(-1)]).toEqual([[], [sent]]);
  });

  it('while they keep a name that has just changed, the job keeps the new one afterwards', async () => {
    const joao = await signIn(subject, PEOPLE.joao);
    const alice = SIMULATED_PEOPLE.find(({ name }) => name === 'Alice Modelo');
    if (!alice) throw new Error('Nobody is called so');
    await keepAllWords(context);
    // No earlier words tell that João acted for her.
    await context.db.deleteFrom('officeWords').execute();
    const { path } = await makeRequest(joao, { onBehalfOf: { id: alice.id, name: alice.name } });
    await context.db.deleteFrom('representations').where('representedId', '=', alice.id).execute();
    const held = gate();
    onTestFinished(() => held.open());
    const db = elsewhere.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        if (result.rows.some(({ name }) => name === alice.name)) await held.pass();
        return result;
      },
    });
    const keeping = keepAllWords({ db });
    await held.reached;
    const now = { niss: alice.niss, name: 'Rita Nova' };
    await context.db.transaction().execute((tx) => knowCitizen(tx, context.seal, now));
    const job = keepWordsOf(elsewhere, { citizenId: alice.id });
    await expect.poll(() => countWaiting(context.db)).toBe(1);
    held.open();
    await Promise.all([keeping, job]);
    expect(await findRequests(context, WHO, readSought(now.name))).toContain(path.split('/').at(-1));
  });
});
