import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEmbedded, connectPostgres } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Db } from '../../server/db/schema.ts';
import { createTestContext, TEST_SECRET } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { citizenIdOf } from './bench-citizen.ts';
import { KINDS } from './calls.ts';
import { HEAD, lineOf, median, perSecond } from './figures.ts';
import { keepFigures } from './keep-figures.ts';
import { type BenchServer, measure, startServer } from './processes.ts';
import { runPgbench } from './run-pgbench.ts';
import { REQUESTS_EACH, seedCitizens } from './seed-citizens.ts';

const isQuick = process.argv.includes('--quick');
const SECONDS = isQuick ? 3 : 10;
const ROUNDS = isQuick ? 1 : 5;
const CITIZENS = isQuick ? [10, 100] : [10, 100, 1000];
const AT_ONCE = 200;
/** Of 10 MB each: two hundred would be two gigabytes that wait in line. */
const UPLOADS_AT_ONCE = 20;
const PROCESSES = 2;
const CONNECTIONS_EACH = 10;
/** What whoever runs it for people would leave as it is: a commit is on the disk when it is told. */
const LIKE_A_REAL_ONE = ['fsync=on', 'synchronous_commit=on', 'max_connections=100', 'shared_buffers=512MB'];

interface Subject {
  database: string;
  connections: number;
  servers: BenchServer[];
}

async function measureAll({ database, connections, servers }: Subject, citizens: number): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of KINDS) {
    const atOnce = kind.startsWith('upload') ? UPLOADS_AT_ONCE : AT_ONCE;
    const ports = servers.map(({ port }) => port);
    const measured = await measure({ ports, kind, citizens, atOnce, lastsMs: SECONDS * 1000 });
    const line = lineOf({ database, connections, citizens, kind, atOnce }, measured);
    console.log(line);
    lines.push(line);
  }
  return lines;
}

/** `withSeeded` works on the database before and after a server has it. */
async function growOn(
  database: string,
  connections: number,
  start: () => Promise<BenchServer[]>,
  connect: () => Db,
  afterwards: (servers: BenchServer[]) => Promise<void> = async () => {},
): Promise<string[]> {
  const lines: string[] = [];
  let known = 0;
  for (const citizens of CITIZENS) {
    const db = connect();
    await migrate(db);
    await seedCitizens(createTestContext(db, { now: Date.now, officeNow: Date.now }), known, citizens);
    await db.destroy();
    known = citizens;
    const servers = await start();
    lines.push(...(await measureAll({ database, connections, servers }, citizens)));
    if (citizens === CITIZENS.at(-1)) await afterwards(servers);
    await Promise.all(servers.map(({ stop }) => stop()));
  }
  return lines;
}

/** One after the other, in turn, so that both have the same neighbours on the machine. */
async function compareWithPgbench(postgres: ThrowawayPostgres, servers: BenchServer[]): Promise<string> {
  const citizens = CITIZENS.at(-1) ?? 0;
  const db = connectPostgres(postgres.url, 1);
  const { request } = await db
    .selectFrom('requests')
    .select('request')
    .where('citizenId', '=', citizenIdOf(0))
    .executeTakeFirstOrThrow();
  await db.destroy();
  const connections = PROCESSES * CONNECTIONS_EACH;
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const document = JSON.stringify(request);
    theirs.push(await runPgbench(postgres, { citizens, connections, lastsS: SECONDS, document }));
    const ports = servers.map(({ port }) => port);
    const load = { ports, kind: 'submit', citizens, atOnce: AT_ONCE, lastsMs: SECONDS * 1000 } as const;
    ours.push(perSecond(await measure(load)));
  }
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  const shown = (values: readonly number[]) => values.map((value) => value.toFixed(0)).join(', ');
  return `Submissions a second in ${ROUNDS} rounds in turn: the server ${shown(ours)}, pgbench ${shown(theirs)}. **Ratio ${median(ratios).toFixed(2)}**
(median; ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}), load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores.`;
}

const secret = { SECRET: Buffer.from(TEST_SECRET).toString('base64'), SIGN_IN: 'simulator' };
const lines: string[] = [];
let ratio = 'There is no PostgreSQL on this machine.';
const postgres = await startThrowawayPostgres(LIKE_A_REAL_ONE);
if (postgres) {
  const env = { ...secret, DATABASE_URL: postgres.url, DATABASE_CONNECTIONS: String(CONNECTIONS_EACH) };
  const onPostgres = await growOn(
    'PostgreSQL',
    PROCESSES * CONNECTIONS_EACH,
    () => Promise.all(Array.from({ length: PROCESSES }, () => startServer(env))),
    () => connectPostgres(postgres.url, 2),
    async (servers) => {
      ratio = await compareWithPgbench(postgres, servers);
      console.log(ratio);
    },
  );
  lines.push(...onPostgres);
  await postgres.stop();
}
const folder = mkdtempSync(join(tmpdir(), 'eclic-bench-'));
const onPglite = await growOn(
  'PGlite',
  1,
  async () => [await startServer({ ...secret, DATABASE_URL: '', DATA_DIR: folder })],
  () => connectEmbedded({ dataDir: join(folder, 'postgres') }),
);
lines.push(...onPglite);
rmSync(folder, { recursive: true, force: true });

const intro = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}; ${REQUESTS_EACH} requests a citizen; ${SECONDS} s each.`;
if (!isQuick) keepFigures(`${intro}\n\n${HEAD}\n${lines.join('\n')}\n\n${ratio}`);
