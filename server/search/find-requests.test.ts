import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, PEOPLE, sendReply, signIn } from '../../contract/conformance/subject.ts';
import { MARIA_ID, SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import type { Db } from '../db/schema.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { knowCitizen } from '../know-citizen.ts';
import { createSite } from '../site.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';
import { concerns } from './concerns.ts';
import { findRequests, queryRequests, queryWords, readSought } from './find-requests.ts';
import { keepAllWords, keepNewWords } from './keep-words.ts';

const WHO = { who: 'clerk ana', reach: null };

const office = await setUpOffice();
const { context } = office;
let maria: Browser;

beforeEach(async () => {
  maria = await office.signInMaria();
});

const find = (text: string) => findRequests(context, WHO, readSought(text));

/** Returns the plan of a query. Without these settings the database would read so small a table whole. `others`: what else it must not use. */
async function planOf(
  build: (db: Db) => { explain(): Promise<unknown> },
  others: string[] = [],
): Promise<string> {
  return context.db.transaction().execute(async (tx) => {
    for (const way of ['seqscan', ...others]) await sql.raw(`set local enable_${way} = off`).execute(tx);
    return JSON.stringify(await build(tx).explain());
  });
}

it('words are found by their own index, and another service’s are left out by the query itself', async () => {
  await keepAllWords(context);
  const plan = await planOf((db) => queryWords(db, ['familia'], ['pensao']));
  expect(plan).toContain('office_words_sought');
  expect(plan).toContain('service = ');
});

it('what many requests say is read from the newest on, and no further than is shown', async () => {
  await keepAllWords(context);
  const plan = await planOf((db) => queryWords(db, null, ['pensao']), ['bitmapscan']);
  expect(plan).toContain('Index Scan Backward using office_words_by_reception');
  expect(plan).toContain('Presorted Key: office_words.received_at');
});

it('by a NISS the requests of those whose they may be are looked at, and no others', async () => {
  const plan = await planOf((db) => queryRequests(db, ['familia'], concerns(MARIA_ID)));
  expect(plan).toMatch(/Index Cond: \(citizen_id = ANY/);
  expect(plan).toContain('office_words_sought');
  expect(plan).toContain('representations_by_represented');
});

it('a NISS is found too where whoever acts for its owner has typed the character 0', async () => {
  const joao = await signIn({ server: createSite(context), advance() {}, stop: async () => {} }, PEOPLE.joao);
  await makeRequest(joao, { description: 'Um zero: \u{0}.' });
  const alice = SIMULATED_PEOPLE.find(({ name }) => name === 'Alice Modelo');
  expect(await find(alice?.niss ?? '')).not.toEqual([]);
});

it('a job keeps what was written since, so that the first to seek does not wait for it', async () => {
  await keepAllWords(context);
  const kept = () =>
    context.db
      .selectFrom('officeWords')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
  const { count } = await kept();
  await makeRequest(maria, { description: 'Tenho uma hemocromatose.' });
  const job = { id: 'keepWords', name: 'keepWords', payload: '{}', dueAt: context.clocks.now() } as const;
  await context.db.insertInto('jobs').values(job).execute();
  await runDueJobs(context, 'keepWords');
  expect((await kept()).count).toBe(count + 1);
  await keepAllWords(context);
  expect((await kept()).count).toBe(count + 1);
});

it('whoever writes more words than the database can keep stops nobody’s search', async () => {
  const { id } = await makeRequest(maria);
  const { body: message } = await sendReply(maria, id, { purpose: 'correction', body: 'Foi em outubro.' });
  const body = manyShortWords().join(' ');
  await context.db
    .updateTable('messages')
    .set({ message: JSON.stringify({ ...message, body }) })
    .where('id', '=', message.id)
    .execute();
  await keepAllWords(context);
  const { path } = await makeRequest(maria, { description: 'Tenho uma hemocromatose.' });
  expect(await find('hemocromatose')).toEqual([path.split('/').at(-1)]);
});

it('whoever writes without end is found, as is everybody else, and no more is read at once than words are kept of', async () => {
  const endless = await makeRequest(maria);
  // No longer text may be sent, nor one whose code units take more bytes.
  const body = `Tenho uma hemocromatose. ${'\u20d0'.repeat(60_000)}`.slice(0, 60_000);
  for (let nth = 0; nth < 50; nth += 1) {
    const { status } = await sendReply(maria, endless.id, { purpose: 'correction', body });
    expect(status).toBe(201);
  }
  const other = await makeRequest(maria, { description: 'Tenho uma fibromialgia.' });
  const answers: number[] = [];
  const db = context.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      answers.push(Buffer.byteLength(JSON.stringify(result.rows)));
      return result;
    },
  });
  while (await keepNewWords(db));
  expect(Math.max(...answers)).toBeLessThan(2_000_000);
  expect(await find('hemocromatose')).toEqual([endless.path.split('/').at(-1)]);
  expect(await find('fibromialgia')).toEqual([other.path.split('/').at(-1)]);
});

/** Makes different words of one and of three letters, each letter of three bytes: no others take as much room in as short a text. */
function manyShortWords(): string[] {
  const letter = (n: number) => String.fromCharCode(0x4e00 + (Math.floor(n) % 20_000));
  const triples = Array.from({ length: 65_000 }, (_, n) => letter(n) + letter(n / 20_000) + letter(n));
  return [...Array.from({ length: 20_000 }, (_, n) => letter(n)), ...triples];
}

it('a request is found by the name that its citizen has now, and no more by the one before', async () => {
  const { path } = await makeRequest(maria, { description: 'Tenho uma hemocromatose.' });
  const reference = path.split('/').at(-1);
  expect(await find('Maria hemocromatose')).toEqual([reference]);
  const now = { niss: PEOPLE.maria, name: 'Rita Nova' };
  await context.db.transaction().execute((tx) => knowCitizen(tx, context.seal, now));
  await runDueJobs(context, 'keepWordsOf');
  expect([await find('Rita Nova hemocromatose'), await find('Maria hemocromatose')]).toEqual([
    [reference],
    [],
  ]);
});
