import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { connectPostgres } from '../../server/db/connect.ts';
import { COMMAND_PATIENCE } from '../../server/db/patience.ts';
import type { Db } from '../../server/db/schema.ts';
import { listWaiting } from '../../server/office/waiting.ts';
import { TEST_SECRET } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { median, quantile, readLoad } from '../figures.ts';
import type { Sent } from './load.ts';
import { hear, start, stop } from './processes.ts';
import { REQUESTS_EACH, seedCitizens } from './seed-citizens.ts';

const CITIZENS = Number(process.argv[3] ?? 250_000);
const CITIZENS_A_STEP = 10_000;
const ROUNDS = 3;
const LASTS_MS = 10_000;
const AT_ONCE = 20;
const LISTS = 50;
const STATEMENTS = 6;
const RECIPE = readFileSync(new URL('../../ops/partitions.sql', import.meta.url), 'utf8');
const SETTINGS = ['fsync=on', 'synchronous_commit=on', 'shared_buffers=512MB', 'max_wal_size=8GB'];

const postgres = await startThrowawayPostgres([...SETTINGS, 'shared_preload_libraries=pg_stat_statements']);
if (!postgres) throw new Error('There is no PostgreSQL on this machine.');
const urlOf = (name: string) => postgres.url.replace('/postgres?', `/${name}?`);
const connect = (name: string) => connectPostgres(urlOf(name), 2, COMMAND_PATIENCE);

/** Runs a statement on a connection of its own: the server's connections end statements that take minutes. */
async function command(name: string, text: string): Promise<void> {
  const client = new pg.Client(urlOf(name));
  await client.connect();
  await client.query(text);
  await client.end();
}

async function seed(): Promise<void> {
  await command('postgres', 'create database plain');
  const db = connect('plain');
  await seedCitizens(db, 0, 1);
  // One of twenty waits for the office; the others are over.
  await sql`update requests set state = 'closed' where sequence > 1`.execute(db);
  for (let from = 1; from < CITIZENS; from += CITIZENS_A_STEP) {
    await seedCitizens(db, from, Math.min(from + CITIZENS_A_STEP, CITIZENS));
    console.log(`${from} citizens`);
  }
  await db.destroy();
  await command('plain', 'vacuum analyze');
  await command('postgres', 'create database parts template plain');
  await command('parts', RECIPE);
  await command('parts', 'vacuum analyze');
  for (const name of ['plain', 'parts']) await command(name, 'create extension pg_stat_statements');
}

async function sendTo(ports: number[], name: string): Promise<Sent> {
  const sender = start('send-load.ts');
  await hear(sender, { name, ports, citizens: CITIZENS, atOnce: AT_ONCE, lastsMs: LASTS_MS });
  const sent = await hear<Sent>(sender, 'begin');
  await stop(sender);
  return sent;
}

/** Measures the pages of Balcão's list, each beginning where the page before ended. */
async function readLists(db: Db): Promise<number[]> {
  const times: number[] = [];
  let after: { dueOn: string; reference: string } | null = null;
  while (times.length < LISTS) {
    const begun = performance.now();
    const page = await listWaiting(db, { reach: null, after, limit: 50 });
    times.push(performance.now() - begun);
    after = page.at(-1)?.request ?? null;
  }
  return times;
}

await seed();
const subjects = await Promise.all(
  ['plain', 'parts'].map(async (name) => {
    const secret = Buffer.from(TEST_SECRET).toString('base64');
    const env = { SECRET: secret, SIGN_IN: 'simulator', DAY_REQUESTS: '999999', DATABASE_URL: urlOf(name) };
    const server = start('serve.ts', env);
    const figures: Record<string, number[]> = {};
    return { name, server, port: await hear<number>(server), db: connect(name), figures };
  }),
);
const note = (figures: Record<string, number[]>, what: string, value: number) => {
  figures[what] = [...(figures[what] ?? []), value];
};
for (let round = 0; round < ROUNDS; round += 1) {
  for (const { port, db, figures } of subjects) {
    for (const name of ['submit', 'feed']) {
      const sent = await sendTo([port], name);
      note(figures, `${name}, a second`, (sent.times.length * 1000) / sent.tookMs);
      note(figures, `${name}, 95 % ms`, quantile(sent.times, 0.95));
    }
    const lists = await readLists(db);
    note(figures, 'list of what waits, median ms', median(lists));
    note(figures, 'list of what waits, slowest ms', Math.max(...lists));
  }
}

console.log(
  `${CITIZENS * REQUESTS_EACH} requests, ${ROUNDS} rounds in turn, one process, load ${readLoad()}\n`,
);
console.log('| | plain | in sixteen parts |\n|---|---|---|');
const [plain, parts] = subjects;
for (const what of Object.keys(plain?.figures ?? {})) {
  const cells = [plain, parts].map((subject) =>
    (subject?.figures[what] ?? []).map((value) => value.toFixed(1)).join(', '),
  );
  console.log(`| ${[what, ...cells].join(' | ')} |`);
}
for (const { name, db } of subjects) {
  const { rows } = await sql<{ calls: number; meanMs: number; query: string }>`
    select calls, round(mean_exec_time::numeric, 3)::float as mean_ms, left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 90) as query
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
      and calls > ${LISTS} order by total_exec_time desc limit ${STATEMENTS}`.execute(db);
  console.log(`\n${name}\n\n| calls | mean ms | statement |\n|---|---|---|`);
  for (const { calls, meanMs, query } of rows) console.log(`| ${calls} | ${meanMs} | \`${query}\` |`);
  await db.destroy();
}
await Promise.all(subjects.map(({ server }) => stop(server)));
await postgres.stop();
