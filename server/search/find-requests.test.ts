import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, PEOPLE } from '../../contract/conformance/subject.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';
import { findRequests, queryWords, readSought } from './find-requests.ts';
import { keepAllWords } from './keep-words.ts';

const WHO = { who: 'clerk ana', reach: null };

const office = await setUpOffice();
const { context } = office;
let maria: Browser;

beforeEach(async () => {
  maria = await office.signInMaria();
});

const find = (text: string) => findRequests(context, WHO, readSought(text));

it('words are found by their own index, and another service’s are left out by the query itself', async () => {
  await keepAllWords(context);
  await sql`set enable_seqscan = off`.execute(context.db);
  const plan = JSON.stringify(await queryWords(context.db, ['familia'], ['pensao']).explain());
  await sql`reset all`.execute(context.db);
  expect(plan).toContain('office_words_sought');
  expect(plan).toContain('service = ');
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

it('a request on behalf of somebody is found by their NISS and by that of whoever sent it', async () => {
  const rows = await context.db.selectFrom('requests').select('request').execute();
  const onBehalf = rows.find(({ request }) => request.onBehalfOf !== null)?.request;
  if (!onBehalf?.onBehalfOf) throw new Error('Nobody asked on behalf of somebody');
  const { nissSealed } = await context.db
    .selectFrom('citizens')
    .select('nissSealed')
    .where('id', '=', onBehalf.onBehalfOf.id)
    .executeTakeFirstOrThrow();
  const niss = context.seal.open(nissSealed, onBehalf.onBehalfOf.id);
  expect(await find(niss)).toContain(onBehalf.reference);
  const found = await Promise.all(Object.values(PEOPLE).map(find));
  expect(found.flat()).toContain(onBehalf.reference);
});
