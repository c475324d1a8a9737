import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectEmbedded, connectPostgres } from '../../server/db/connect.ts';
import { COMMAND_PATIENCE } from '../../server/db/patience.ts';
import type { Db } from '../../server/db/schema.ts';
import { TEST_SECRET } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { MACHINE, median, quantile, readLoad } from '../figures.ts';
import type { Sent } from './load.ts';
import { hear, start, stop } from './processes.ts';
import { citizenIdOf, REQUESTS_EACH, seedCitizens } from './seed-citizens.ts';

const isQuick = process.argv.includes('--quick');
const SECONDS = isQuick ? 3 : 10;
const ROUNDS = isQuick ? 1 : 5;
const CITIZENS = isQuick ? [10, 100] : [10, 100, 1000];
const AT_ONCE = 200;
const PROCESSES = 2;
const CONNECTIONS_EACH = 10;
/** The settings that a real installation would keep: a commit is on disk before PostgreSQL confirms it. */
const LIKE_A_REAL_ONE = ['fsync=on', 'synchronous_commit=on', 'max_connections=100', 'shared_buffers=512MB'];
/** The `Dockerfile` sets the same. */
const NODE_OPTIONS = '--max-semi-space-size=64';
const SETTINGS = {
  SECRET: Buffer.from(TEST_SECRET).toString('base64'),
  SIGN_IN: 'simulator',
  // Lifts the daily limit of requests, so that a few citizens suffice.
  DAY_REQUESTS: '999999',
  NODE_OPTIONS,
};

/** The bench writes the part of this file between the two lines. */
const FILE = join(import.meta.dirname, '../../docs/scaling.md');
const [BEGIN, END] = ['<!-- Written by `npm run bench -- server`. -->', '<!-- End of what is written. -->'];
const lines = [
  '| database | connections to it | citizens | what | at once | per second | median ms | 95 % ms | 99 % ms | kB each | load |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
];

interface Subject {
  database: string;
  connections: number;
  /** The settings of each process of the server. */
  settings: Record<string, string>[];
  /** Connects to the database before a server runs on it. */
  connect(): Db;
}

const perSecond = ({ times, tookMs }: Sent) => (times.length * 1000) / tookMs;

async function measure(name: string, ports: number[], citizens: number): Promise<Sent> {
  const sender = start('send-load.ts');
  await hear(sender, { name, ports, citizens, atOnce: AT_ONCE, lastsMs: SECONDS * 1000 });
  const sent = await hear<Sent>(sender, 'begin');
  await stop(sender);
  return sent;
}

/** Measures with more and more citizens. `compare` runs while the database has the most of them. */
async function grow(subject: Subject, compare?: (ports: number[]) => Promise<void>): Promise<void> {
  for (const [place, citizens] of CITIZENS.entries()) {
    const db = subject.connect();
    await seedCitizens(db, CITIZENS[place - 1] ?? 0, citizens);
    await db.destroy();
    const servers = subject.settings.map((env) => start('serve.ts', { ...SETTINGS, ...env }));
    const ports = await Promise.all(servers.map((server) => hear<number>(server)));
    for (const name of ['submit', 'feed']) {
      const sent = await measure(name, ports, citizens);
      const world = [subject.database, subject.connections, citizens, name, AT_ONCE];
      const took = [0.5, 0.95, 0.99].map((share) => quantile(sent.times, share).toFixed(0));
      const kb = sent.bytes / 1000 / sent.times.length;
      const cells = [...world, perSecond(sent).toFixed(1), ...took, kb.toFixed(1), readLoad()];
      lines.push(`| ${cells.join(' | ')} |`);
      console.log(lines.at(-1));
    }
    if (citizens === CITIZENS.at(-1)) await compare?.(ports);
    await Promise.all(servers.map(stop));
  }
}

/** Returns how many submissions a second PostgreSQL takes from a program that does nothing but write them. */
async function runPgbench({ programs, folder }: ThrowawayPostgres, citizens: number, document: string) {
  const load = [`--client=${PROCESSES * CONNECTIONS_EACH}`, '--jobs=2', `--time=${SECONDS}`];
  const script = `--file=${join(import.meta.dirname, 'submission.sql')}`;
  const world = [`--define=citizens=${citizens}`, `--define=document=${document}`, script];
  const place = [`--host=${folder}`, '--username=eclic', 'postgres'];
  const options = ['--no-vacuum', '--protocol=prepared', ...load, ...world, ...place];
  const { stdout } = await promisify(execFile)(join(programs, 'pgbench'), options);
  return Number(/^tps = ([0-9.]+)/m.exec(stdout)?.[1]);
}

/** Measures the server and pgbench in turn, so that other work on the machine slows both alike. */
async function compareWithPgbench(postgres: ThrowawayPostgres, ports: number[]): Promise<string> {
  const citizens = CITIZENS.at(-1) ?? 0;
  const db = connectPostgres(postgres.url, 1);
  const rows = db.selectFrom('requests').select('request').where('citizenId', '=', citizenIdOf(0));
  const document = JSON.stringify((await rows.executeTakeFirstOrThrow()).request);
  await db.destroy();
  const [ours, theirs]: [number[], number[]] = [[], []];
  while (ours.length < ROUNDS) {
    theirs.push(await runPgbench(postgres, citizens, document));
    ours.push(perSecond(await measure('submit', ports, citizens)));
  }
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  const [us, them] = [ours, theirs].map((all) => all.map((each) => each.toFixed(0)).join(', '));
  return `Submissions a second in ${ROUNDS} rounds in turn: the server ${us}, pgbench ${them}. **Ratio ${median(ratios).toFixed(2)}**
(median; ${ratios.map((each) => each.toFixed(2)).join(', ')}), load ${readLoad()}.`;
}

const folder = mkdtempSync(join(tmpdir(), 'eclic-bench-'));
const postgres = await startThrowawayPostgres(LIKE_A_REAL_ONE);
let ratio = 'There is no PostgreSQL on this machine.';
if (postgres) {
  const env = { DATABASE_URL: postgres.url, DATABASE_CONNECTIONS: String(CONNECTIONS_EACH) };
  const subject = {
    database: 'PostgreSQL',
    connections: PROCESSES * CONNECTIONS_EACH,
    settings: Array.from({ length: PROCESSES }, () => env),
    connect: () => connectPostgres(postgres.url, 2, COMMAND_PATIENCE),
  };
  await grow(subject, async (ports) => {
    ratio = await compareWithPgbench(postgres, ports);
    console.log(ratio);
  });
  await postgres.stop();
}
await grow({
  database: 'PGlite',
  connections: 1,
  settings: [{ DATABASE_URL: '', DATA_DIR: folder }],
  connect: () => connectEmbedded({ dataDir: join(folder, 'postgres') }),
});
rmSync(folder, { recursive: true, force: true });

const intro = `${MACHINE}; ${REQUESTS_EACH} requests a citizen; ${SECONDS} s each.`;
const written = [BEGIN, intro, lines.join('\n'), ratio, END].join('\n\n');
const known = readFileSync(FILE, 'utf8');
if (!isQuick) writeFileSync(FILE, (known.split(BEGIN)[0] ?? '') + written + (known.split(END)[1] ?? ''));
