import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_BASE_PATH } from '../../contract/server.ts';
import { createHome, type MainProcess } from '../../server/testing/main-process.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';

/** Forty people, or one with forty addresses, sign in at once: how long somebody else waits meanwhile, in ms. */
const ORIGIN = 'https://eclic.exemplo.pt';
const AT_ONCE = 40;
/** By then all of them are there. */
const BEGUN_MS = 100;
const SCRIPT_BYTES = 200_000;

interface Call {
  method?: string;
  body?: string;
  from: string;
}

function callFrom({ port }: MainProcess, path: string, { from, ...init }: Call): Promise<Response> {
  const headers = {
    'X-Forwarded-For': from,
    Origin: ORIGIN,
    Accept: 'text/html, */*',
    ...(init.body && { 'Content-Type': 'application/json' }),
  };
  return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers });
}

/** Each at a NISS of their own, so that no block spares the server the work. */
function signIn(server: MainProcess, from: string, n: number): Promise<Response> {
  const body = JSON.stringify({ niss: `123456789${10 + n}`, password: 'não é esta' });
  return callFrom(server, `${API_BASE_PATH}/session/password`, { method: 'POST', body, from });
}

/** The time until the last byte, with the status. */
async function timed(call: () => Promise<Response>): Promise<{ ms: number; status: number }> {
  const begun = performance.now();
  const answer = await call();
  await answer.arrayBuffer();
  return { ms: performance.now() - begun, status: answer.status };
}

const SOMEBODY_ELSE = '198.51.100.7';
const OTHERS: Record<string, (server: MainProcess) => Promise<Response>> = {
  'session call': (server) => callFrom(server, `${API_BASE_PATH}/session`, { from: SOMEBODY_ELSE }),
  page: (server) => callFrom(server, '/', { from: SOMEBODY_ELSE }),
  script: (server) => callFrom(server, '/assets/app.js', { from: SOMEBODY_ELSE }),
};

async function measure(server: MainProcess): Promise<string> {
  let hasEnded = false;
  const burst = Array.from({ length: AT_ONCE }, (_, n) =>
    timed(() => signIn(server, `203.0.113.${n + 1}`, n)),
  );
  const ended = Promise.all(burst).finally(() => {
    hasEnded = true;
  });
  await wait(BEGUN_MS);
  const waits = Object.entries(OTHERS).map(async ([name, call]) => {
    const times: number[] = [];
    while (!hasEnded) times.push((await timed(() => call(server))).ms);
    return `${name} ${Math.max(...times).toFixed(0)}`;
  });
  const another = await timed(() => signIn(server, SOMEBODY_ELSE, AT_ONCE));
  const forty = await ended;
  const told = [...new Set(forty.map(({ status }) => status))].map((status) => {
    const times = forty.filter((each) => each.status === status).map(({ ms }) => ms);
    return `${times.length} × ${status} within ${Math.max(...times).toFixed(0)}`;
  });
  return [
    ...(await Promise.all(waits)),
    `another sign-in ${another.ms.toFixed(0)} (${another.status})`,
    `the forty: ${told.join(', ')}`,
  ].join('; ');
}

async function measureOn(database: string, env: Record<string, string>): Promise<void> {
  const home = createHome(ORIGIN);
  mkdirSync(join(home.folder, 'dist', 'assets'));
  writeFileSync(join(home.folder, 'dist', 'assets', 'app.js'), '/'.repeat(SCRIPT_BYTES));
  const server = await home.start({
    SIGN_IN: 'password',
    MAIL_DIR: 'mail',
    MAIL_FROM: 'e@exemplo.pt',
    ...env,
  });
  for (const call of Object.values(OTHERS)) await timed(() => call(server));
  const alone = await timed(() => signIn(server, '192.0.2.1', AT_ONCE + 1));
  const [load = 0] = loadavg();
  console.log(`${database}, load ${load.toFixed(1)}; a sign-in alone ${alone.ms.toFixed(0)} ms`);
  console.log(`  ms at most: ${await measure(server)}`);
  home.remove();
}

const postgres = await startThrowawayPostgres();
if (postgres) {
  const SECRET = randomBytes(32).toString('base64');
  await measureOn('PostgreSQL', { DATABASE_URL: postgres.url, SECRET });
  await postgres.stop();
}
await measureOn('PGlite', {});
