import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, PEOPLE } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { closeAccount } from '../accounts/close-account.ts';
import type { Context } from '../context.ts';
import { TRIES_MAX } from '../jobs/job-names.ts';
import { JOB_TABLE, type JobTable } from '../jobs/job-table.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { knowCitizen } from '../know-citizen.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';
import { onBehalfWord } from './concerns.ts';
import { findRequests, readSought } from './find-requests.ts';
import { keepAllWords, keepWordsAnew } from './keep-words.ts';

const WHO = { who: 'clerk ana', reach: null };

const UPGRADE = new URL('../db/migrations/0037-words-on-behalf.sql', import.meta.url);
const FEW_AT_ONCE: JobTable = {
  ...JOB_TABLE,
  keepWordsAnew: { run: (context, payload) => keepWordsAnew(context, payload, 2) },
};

const office = await setUpOffice();
const { context } = office;
let maria: Browser;

beforeEach(async () => {
  maria = await office.signInMaria();
});

const find = (text: string) => findRequests(context, WHO, readSought(text));

it('a request on behalf of somebody is found by their name and NISS, and by the NISS of whoever sent it', async () => {
  const { reference, name, niss } = await readOnBehalf();
  for (const none of ['On', 'On behalf', 'Beh']) expect(await find(none)).not.toContain(reference);
  for (const text of [niss, name]) expect(await find(text)).toContain(reference);
  const found = await Promise.all(Object.values(PEOPLE).map(find));
  expect(found.flat()).toContain(reference);
});

it('once whoever sent it acts for them no more, it is found by their NISS, by the name that they have now, and no more by the one before', async () => {
  const { reference, name, niss, citizenId } = await readOnBehalf();
  await closeAccount(context, citizenId);
  for (const text of [niss, name]) expect(await find(text)).toContain(reference);
  await context.db.transaction().execute((tx) => knowCitizen(tx, context.seal, { niss, name: 'Rita Nova' }));
  await runDueJobs(context, 'keepWordsOf');
  expect(await find('Rita Nova')).toContain(reference);
  expect(await find(name)).not.toContain(reference);
});

it('one whose words an older version has kept is found by the NISS of somebody who may still be acted for', async () => {
  const { reference, niss, id } = await readOnBehalf();
  await keepAllWords(context);
  await sql`update office_words set words = ts_delete(words, ${onBehalfWord(id)})`.execute(context.db);
  expect(await find(niss)).toContain(reference);
});

it('while an upgrade has all words kept anew, new requests are found; and then those of before, by all names', async () => {
  const { reference, name, niss } = await readOnBehalf();
  const { path, id } = await makeRequest(maria);
  const news = Array.from(
    { length: 250 },
    () => ({ citizenId: MARIA_ID, requestId: id, what: 'submitted', at: 0 }) as const,
  );
  await context.db.insertInto('officeNews').values(news).execute();
  await keepAllWords(context);
  // An older version has kept no words by that name.
  await context.db.deleteFrom('officeWords').execute();
  await context.db.deleteFrom('jobs').execute();
  await sql.raw(readFileSync(UPGRADE, 'utf8')).execute(context.db);
  const { path: later } = await makeRequest(maria, { description: 'Tenho uma hemocromatose.' });
  expect(await find('hemocromatose')).toEqual([later.split('/').at(-1)]);
  await context.db.updateTable('jobs').set({ dueAt: context.clocks.now() }).execute();
  await runDueJobs(context, 'keepWordsAnew', { table: FEW_AT_ONCE });
  for (const text of [name, niss]) expect(await find(text)).toContain(reference);
  expect(await find('Maria Exemplo')).toContain(path.split('/').at(-1));
  expect(
    await context.db.selectFrom('jobs').select('id').where('name', '=', 'keepWordsAnew').execute(),
  ).toEqual([]);
});

it.each([1, TRIES_MAX])(
  'an upgrade has all words kept anew where that was tried %i times before, and no older process that does it just then takes that away',
  async (tries) => {
    const { db, clocks } = context;
    await db.updateTable('jobs').set({ tries }).where('id', '=', 'keepWordsAnew').execute();
    await sql.raw(readFileSync(UPGRADE, 'utf8')).execute(db);
    await db.deleteFrom('jobs').where('id', '=', 'keepWordsAnew').where('tries', '=', tries).execute();
    await db.updateTable('jobs').set({ dueAt: clocks.now() }).where('id', '=', 'keepWordsAnew').execute();
    const runs: unknown[] = [];
    const keepWordsAnew = { run: async (_context: Context, payload: unknown) => void runs.push(payload) };
    await runDueJobs(context, 'keepWordsAnew', { table: { ...JOB_TABLE, keepWordsAnew } });
    expect(runs).toEqual([{ after: null }]);
  },
);

/** Returns a request on behalf of somebody, with their name and NISS, and whoever sent it. */
async function readOnBehalf() {
  const rows = await context.db.selectFrom('requests').select(['citizenId', 'request']).execute();
  const { citizenId, request } = rows.find((row) => row.request.onBehalfOf !== null) ?? {};
  if (!citizenId || !request?.onBehalfOf) throw new Error('Nobody asked on behalf of somebody');
  const { id, name } = request.onBehalfOf;
  const { nissSealed } = await context.db
    .selectFrom('citizens')
    .select('nissSealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { reference: request.reference, name, niss: context.seal.open(nissSealed, id), id, citizenId };
}
