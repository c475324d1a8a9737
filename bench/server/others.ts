import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser, PEOPLE, signIn, submitted } from '../../contract/conformance/subject.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { TEST_SECRET } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { readLoad } from '../figures.ts';
import { LOADS_OF_ONE, tryPassword } from './loads-of-one.ts';
import { hear, start, stop, subjectAt } from './processes.ts';
import type { Condition } from './serve.ts';

/**
 * How long others wait while one sender does what each line says, and how much memory the server takes for it: `npm run bench -- others`, or
 * of the lines that have some words: `npm run bench -- others 'without end'`; while forty sign in at once: `npm run bench -- sign-ins`, also on
 * the embedded database.
 */
const isOfSignIns = process.argv.includes('sign-ins');
const DATABASES = isOfSignIns ? ['PostgreSQL', 'PGlite'] : ['PostgreSQL'];
const LASTS_MS = 8_000;
const BETWEEN_MS = 50;
/** Who comes from the network of many others waits for them, or is refused. */
const ELSEWHERE = '198.51.100.7';
const SIGN_IN = isOfSignIns
  ? { SIGN_IN: 'password', ORIGIN: 'https://eclic.exemplo.pt' }
  : { SIGN_IN: 'simulator' };
const SECRET = Buffer.from(TEST_SECRET).toString('base64');
const SETTINGS = { SECRET, MAIL_FROM: 'e@exemplo.pt', ...SIGN_IN };

/** What somebody else reads meanwhile; who is not signed in has no feed. */
const READ = {
  session: `${API_BASE_PATH}/session`,
  ...(!isOfSignIns && { feed: `${API_BASE_PATH}/changes?limit=20` }),
  page: '/index.html',
  script: '/assets/app.js',
};
const FEED_REQUESTS = 20;

/** Answers what measures, in ms, the longest that one of each took, while each is asked one after the other. */
async function prepareOthers(port: number): Promise<() => Promise<string[]>> {
  const server = subjectAt(port);
  // Not João, whose oldest sessions end while he signs in again and again.
  const somebody = isOfSignIns ? openBrowser(server) : await signIn(server, PEOPLE.bakery);
  const headers = { Cookie: somebody.jar.cookie, 'X-Citizen': somebody.citizenId };
  for (let n = 0; n < FEED_REQUESTS && !isOfSignIns; n += 1) await submitted(somebody);
  const read = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    // What is refused fast must not be counted as fast.
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status}`);
    await answer.arrayBuffer();
  };
  const signInAgain = () => (isOfSignIns ? tryPassword(port, 40, ELSEWHERE) : signIn(server, PEOPLE.joao));
  const asks = [...Object.values(READ).map((path) => () => read(path)), signInAgain];
  return () => Promise.all(asks.map(measureLongest));
}

async function measureLongest(ask: () => Promise<unknown>): Promise<string> {
  const until = performance.now() + LASTS_MS;
  let most = 0;
  while (performance.now() < until) {
    const begun = performance.now();
    await ask();
    most = Math.max(most, performance.now() - begun);
    await wait(BETWEEN_MS);
  }
  return most.toFixed(0);
}

async function measure(name: string, place: Record<string, string>): Promise<void> {
  const server = start('serve.ts', { ...SETTINGS, ...place });
  const port = await hear<number>(server);
  const load = start('send-load.ts');
  const atOnce = Number.parseInt(name, 10) || 0;
  await hear(load, { name, ports: [port], citizens: 1, atOnce, lastsMs: LASTS_MS });
  const measureOthers = await prepareOthers(port);
  await wait(1_000);
  const before = await hear<Condition>(server, 'tell');
  await hear(server, 'tell');
  load.send('begin');
  await wait(200);
  const waited = await measureOthers();
  const { heldMs, memoryMb } = await hear<Condition>(server, 'tell');
  const memory = [before.memoryMb, memoryMb].map((mb) => mb.toFixed(0)).join(' → ');
  console.log(`| ${[name, ...waited, heldMs.toFixed(0), memory].join(' | ')} |`);
  await Promise.all([load, server].map(stop));
}

const [, , , words = ''] = process.argv;
const loads = Object.keys(LOADS_OF_ONE).filter(
  (name) => name.includes('sign-ins') === isOfSignIns && name.includes(words),
);
for (const database of DATABASES) {
  const columns = [...Object.keys(READ), 'sign-in', 'thread held'].map((what) => `${what} ms`);
  const head = ['what one sender does', ...columns, 'memory MB'];
  console.log(`${database}, load ${readLoad()}\n\n| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}`);
  for (const name of ['nothing', ...loads]) {
    const folder = mkdtempSync(join(tmpdir(), 'eclic-wait-'));
    const postgres = database === 'PostgreSQL' ? await startThrowawayPostgres() : null;
    const place = { DATABASE_URL: postgres?.url ?? '', DATA_DIR: folder, MAIL_DIR: join(folder, 'mail') };
    await measure(name, place);
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
