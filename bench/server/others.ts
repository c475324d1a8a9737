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
 * Measures how long others wait while one sender does what each line says, and how much memory the server takes. `npm run bench -- others` runs all lines, `npm
 * run bench -- others 'without end'` those whose names hold the words, and `npm run bench -- sign-ins` forty sign-ins at once, on the embedded database too.
 */
const isOfSignIns = process.argv.includes('sign-ins');
const DATABASES = isOfSignIns ? ['PostgreSQL', 'PGlite'] : ['PostgreSQL'];
const LASTS_MS = 8_000;
const BETWEEN_MS = 50;
/** An address in another network than the load's: the server lets sign-ins from one network wait for each other, or refuses them. */
const ELSEWHERE = '198.51.100.7';
const SIGN_IN = isOfSignIns
  ? { SIGN_IN: 'password', ORIGIN: 'https://eclic.exemplo.pt' }
  : { SIGN_IN: 'simulator' };
const SECRET = Buffer.from(TEST_SECRET).toString('base64');
const SETTINGS = { SECRET, MAIL_FROM: 'e@exemplo.pt', ...SIGN_IN };

/** What somebody else reads meanwhile. Without a session there is no feed. */
const READ = {
  session: `${API_BASE_PATH}/session`,
  ...(!isOfSignIns && { feed: `${API_BASE_PATH}/changes?limit=20` }),
  page: '/index.html',
  script: '/assets/app.js',
};
const FEED_REQUESTS = 20;

/** Returns a function that measures the longest wait of each call, in ms, while all of them are repeated side by side. */
async function prepareOthers(port: number): Promise<() => Promise<string[]>> {
  const server = subjectAt(port);
  // João is no choice: he signs in again and again, and each time his oldest session ends.
  const somebody = isOfSignIns ? openBrowser(server) : await signIn(server, PEOPLE.bakery);
  const headers = { Cookie: somebody.jar.cookie, 'X-Citizen': somebody.citizenId };
  for (let n = 0; n < FEED_REQUESTS && !isOfSignIns; n += 1) await submitted(somebody);
  const read = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    // A call that is refused fast must not be counted as fast.
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
