import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { submission } from '../../contract/conformance/subject.ts';
import { submitRequest } from '../../server/requests/submit-request.ts';
import { forkServer } from '../../server/testing/fork-server.ts';
import { addSenders } from '../../server/testing/lasting-load.ts';
import { MACHINE, quantile, readLoad, repeat, toTableLine } from '../figures.ts';
import { CALLS, send } from './load.ts';
import { openPostgres } from './open-postgres.ts';

const isQuick = process.argv.includes('--quick');
const SECONDS = isQuick ? 3 : 10;
const ROUNDS = isQuick ? 1 : 5;
const CITIZENS = isQuick ? 100 : 1000;
const REQUESTS_EACH = 20;
const AT_ONCE = 200;
const PROCESSES = 2;
const CONNECTIONS_EACH = 10;
const CONNECTIONS = PROCESSES * CONNECTIONS_EACH;

/** The bench writes the part of this file between the two lines. */
const FILE = join(import.meta.dirname, '../../docs/scaling.md');
const [BEGIN, END] = ['<!-- Written by `npm run bench -- server`. -->', '<!-- End of what is written. -->'];

const { postgres, context } = await openPostgres(CONNECTIONS);
const senders = await addSenders(context, CITIZENS);
const submitFor = ({ 'X-Citizen': citizenId }: (typeof senders)[number]) =>
  submitRequest(context, { citizenId, id: randomUUID(), revision: 1, content: submission() });
await repeat(REQUESTS_EACH, () => Promise.all(senders.map(submitFor)));
// A plan that is made while a table is as good as empty reads the whole of it, and would be kept while it grows.
await sql`analyze`.execute(context.db);
const { request } = await context.db.selectFrom('requests').select('request').executeTakeFirstOrThrow();
await context.db.destroy();

const settings = {
  DATABASE_URL: postgres.url,
  DATABASE_CONNECTIONS: String(CONNECTIONS_EACH),
  SIGN_IN: 'simulator',
  // Lifts the daily limit of requests, so that a few citizens suffice.
  DAY_REQUESTS: '999999',
  // The `Dockerfile` sets the same.
  NODE_OPTIONS: '--max-semi-space-size=64',
};
const program = new URL('serve.ts', import.meta.url);
const servers = await Promise.all(Array.from({ length: PROCESSES }, () => forkServer(program, [], settings)));
const ports = servers.map(({ port }) => port);
const measure = (call: keyof typeof CALLS) =>
  send(CALLS[call], { ports, senders, atOnce: AT_ONCE, lastsMs: SECONDS * 1000 });

/** Returns how many submissions a second PostgreSQL takes from a program that does nothing but write them. */
async function runPgbench(): Promise<number> {
  const load = [`--client=${CONNECTIONS}`, '--jobs=2', `--time=${SECONDS}`];
  const script = `--file=${join(import.meta.dirname, 'submission.sql')}`;
  const world = [`--define=citizens=${CITIZENS}`, `--define=document=${JSON.stringify(request)}`, script];
  const place = [`--host=${postgres.folder}`, '--username=eclic', 'postgres'];
  const options = ['--no-vacuum', '--protocol=prepared', ...load, ...world, ...place];
  const { stdout } = await promisify(execFile)(join(postgres.programs, 'pgbench'), options);
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
  lines.push(toTableLine([call, perSecond.toFixed(1), ...took, kb, readLoad()]));
}

// In turn, so that other work on the machine slows both alike.
const rounds = await repeat(ROUNDS, async () => {
  const theirs = await runPgbench();
  const { perSecond: ours } = await measure('submit');
  return { ours, theirs, ratio: ours / theirs };
});
const list = (of: keyof (typeof rounds)[number], digits = 0) =>
  rounds.map((round) => round[of].toFixed(digits)).join(', ');
const middle = quantile(
  rounds.map(({ ratio }) => ratio),
  0.5,
);
const ratio = `Submissions a second in ${ROUNDS} rounds in turn: the server ${list('ours')}, pgbench ${list('theirs')}. **Ratio ${middle.toFixed(2)}**
(median; ${list('ratio', 2)}), load ${readLoad()}.`;
for (const server of servers) await server.stop();
await postgres.stop();

const intro = `${MACHINE}; ${CITIZENS} citizens with ${REQUESTS_EACH} requests each, ${AT_ONCE} calls at once over ${CONNECTIONS} connections to the database; ${SECONDS} s each.`;
const written = [BEGIN, intro, lines.join('\n'), ratio, END].join('\n\n');
console.log(written);
const before = readFileSync(FILE, 'utf8');
if (!isQuick) writeFileSync(FILE, (before.split(BEGIN)[0] ?? '') + written + (before.split(END)[1] ?? ''));
