import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectPostgres } from '../../server/db/connect.ts';
import { COMMAND_PATIENCE } from '../../server/db/patience.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { MACHINE, median, quantile, readLoad } from '../figures.ts';
import { type Load, send } from './load.ts';
import { citizenIdOf, REQUESTS_EACH, seedCitizens } from './seed-citizens.ts';
import { startServer } from './start-server.ts';

const isQuick = process.argv.includes('--quick');
const SECONDS = isQuick ? 3 : 10;
const ROUNDS = isQuick ? 1 : 5;
const CITIZENS = isQuick ? 100 : 1000;
const AT_ONCE = 200;
const PROCESSES = 2;
const CONNECTIONS_EACH = 10;
/** The settings that a real installation would keep: a commit is on disk before PostgreSQL confirms it. */
const LIKE_A_REAL_ONE = ['fsync=on', 'synchronous_commit=on', 'max_connections=100', 'shared_buffers=512MB'];

/** The bench writes the part of this file between the two lines. */
const FILE = join(import.meta.dirname, '../../docs/scaling.md');
const [BEGIN, END] = ['<!-- Written by `npm run bench -- server`. -->', '<!-- End of what is written. -->'];

const postgres = await startThrowawayPostgres(LIKE_A_REAL_ONE);
if (!postgres) throw new Error('There is no PostgreSQL on this machine.');
const { url, folder, programs } = postgres;
const db = connectPostgres(url, 2, COMMAND_PATIENCE);
await seedCitizens(db, CITIZENS);
const known = db.selectFrom('requests').select('request').where('citizenId', '=', citizenIdOf(0));
const document = JSON.stringify((await known.executeTakeFirstOrThrow()).request);
await db.destroy();
const servers = await Promise.all(
  Array.from({ length: PROCESSES }, () =>
    startServer({
      DATABASE_URL: url,
      DATABASE_CONNECTIONS: String(CONNECTIONS_EACH),
      SIGN_IN: 'simulator',
      // Lifts the daily limit of requests, so that a few citizens suffice.
      DAY_REQUESTS: '999999',
      // The `Dockerfile` sets the same.
      NODE_OPTIONS: '--max-semi-space-size=64',
    }),
  ),
);
const ports = servers.map(({ port }) => port);
const measure = (call: Load['call']) =>
  send({ call, ports, citizens: CITIZENS, atOnce: AT_ONCE, lastsMs: SECONDS * 1000 });

/** Returns how many submissions a second PostgreSQL takes from a program that does nothing but write them. */
async function runPgbench(): Promise<number> {
  const load = [`--client=${PROCESSES * CONNECTIONS_EACH}`, '--jobs=2', `--time=${SECONDS}`];
  const script = `--file=${join(import.meta.dirname, 'submission.sql')}`;
  const world = [`--define=citizens=${CITIZENS}`, `--define=document=${document}`, script];
  const place = [`--host=${folder}`, '--username=eclic', 'postgres'];
  const options = ['--no-vacuum', '--protocol=prepared', ...load, ...world, ...place];
  const { stdout } = await promisify(execFile)(join(programs, 'pgbench'), options);
  return Number(/^tps = ([0-9.]+)/m.exec(stdout)?.[1]);
}

const lines = [
  '| what | a second | median ms | 95 % ms | 99 % ms | kB each | load |',
  '|---|---|---|---|---|---|---|',
];
for (const call of ['submit', 'feed'] as const) {
  const { times, bytes, perSecond } = await measure(call);
  const took = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(0));
  const kb = (bytes / 1000 / times.length).toFixed(1);
  lines.push(`| ${[call, perSecond.toFixed(1), ...took, kb, readLoad()].join(' | ')} |`);
}

// In turn, so that other work on the machine slows both alike.
const [ours, theirs]: [number[], number[]] = [[], []];
while (ours.length < ROUNDS) {
  theirs.push(await runPgbench());
  ours.push((await measure('submit')).perSecond);
}
const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
const [us, them] = [ours, theirs].map((all) => all.map((each) => each.toFixed(0)).join(', '));
const ratio = `Submissions a second in ${ROUNDS} rounds in turn: the server ${us}, pgbench ${them}. **Ratio ${median(ratios).toFixed(2)}**
(median; ${ratios.map((each) => each.toFixed(2)).join(', ')}), load ${readLoad()}.`;
await Promise.all(servers.map(({ stop }) => stop()));
await postgres.stop();

const intro = `${MACHINE}; ${CITIZENS} citizens with ${REQUESTS_EACH} requests each, ${AT_ONCE} calls at once over ${PROCESSES * CONNECTIONS_EACH} connections to the database; ${SECONDS} s each.`;
const written = [BEGIN, intro, lines.join('\n'), ratio, END].join('\n\n');
console.log(written);
const before = readFileSync(FILE, 'utf8');
if (!isQuick) writeFileSync(FILE, (before.split(BEGIN)[0] ?? '') + written + (before.split(END)[1] ?? ''));
