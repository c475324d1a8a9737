import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_BASE_PATH } from '../../contract/server.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { type Connection, openConnection } from './connection.ts';
import { LOADS_OF_ONE } from './loads-of-one.ts';
import { start, stop } from './processes.ts';
import type { Condition } from './serve-site-for-bench.ts';

/**
 * How long others wait while one sender does what each line says, and how much memory the server takes for it. Run it as
 * `npm run bench -- others`, with `--pglite` for the embedded database, with the numbers of some lines for those alone.
 */
const LASTS_MS = 8_000;
const isEmbedded = process.argv.includes('--pglite');
const chosen = process.argv.slice(2).filter((word) => /^\d+$/.test(word));

const MARIA = '10000000000';
const JOAO = '11000000007';
const PASSWORD = 'Demonstracao1';

async function signIn(connection: Connection, niss: string): Promise<Record<string, string>> {
  const json = { 'Content-Type': 'application/json', 'X-App': 'e-clic' };
  const path = `${API_BASE_PATH}/session`;
  const first = JSON.stringify({ niss, password: PASSWORD });
  const begun = await connection.send('POST', `${path}/password`, first, json);
  const waiting = { ...json, Cookie: cookieOf(begun['set-cookie']) };
  const second = JSON.stringify({ code: '123456', shared: false });
  const opened = await connection.send('POST', `${path}/code`, second, waiting);
  const cookie = cookieOf(opened['set-cookie']);
  return { Cookie: cookie, 'X-Citizen': /=(c_[0-9a-z]+)\./.exec(cookie)?.[1] ?? '' };
}

function cookieOf(headers: readonly string[] = []): string {
  return headers[0]?.split(';')[0] ?? '';
}

/** What somebody else does meanwhile, one after the other of each, and the longest that one took in ms. */
async function measureOthers(port: number, headers: Record<string, string>): Promise<Record<string, number>> {
  const asks: Record<string, (connection: Connection) => Promise<unknown>> = {
    session: (connection) => connection.send('GET', `${API_BASE_PATH}/session`, null, headers),
    page: (connection) => connection.send('GET', '/index.html', null, {}),
    script: (connection) => connection.send('GET', '/assets/app.js', null, {}),
    'sign-in': (connection) => signIn(connection, JOAO),
  };
  const until = performance.now() + LASTS_MS;
  const longest = await Promise.all(
    Object.entries(asks).map(async ([name, ask]) => {
      let most = 0;
      while (performance.now() < until) {
        const connection = openConnection(port);
        const begun = performance.now();
        await ask(connection);
        most = Math.max(most, performance.now() - begun);
        connection.close();
        await wait(50);
      }
      return [name, most] as const;
    }),
  );
  return Object.fromEntries(longest);
}

async function conditionOf(server: ChildProcess): Promise<Condition> {
  server.send('tell');
  const [condition] = await once(server, 'message');
  return condition;
}

async function measure(index: number, env: Record<string, string>): Promise<void> {
  const server = start(new URL('serve-site-for-bench.ts', import.meta.url), env);
  const [port] = await once(server, 'message');
  const maria = await signIn(openConnection(port), MARIA);
  const joao = await signIn(openConnection(port), JOAO);
  const load = start(new URL('send-load-of-one.ts', import.meta.url));
  load.send({ index, port, headers: maria });
  await once(load, 'message');
  await wait(1_000);
  const before = await conditionOf(server);
  await conditionOf(server);
  load.send('begin');
  await wait(200);
  const waited = await measureOthers(port, joao);
  const { heldMs, memoryMb } = await conditionOf(server);
  const cells = [...Object.values(waited), heldMs].map((ms) => ms.toFixed(0));
  const memory = `${before.memoryMb.toFixed(0)} → ${memoryMb.toFixed(0)}`;
  console.log(`| ${[LOADS_OF_ONE[index]?.name, ...cells, memory].join(' | ')} |`);
  await Promise.all([load, server].map(stop));
}

console.log(`| what one sender does | session ms | page ms | script ms | sign-in ms | loop held ms | memory MB |
|---|---|---|---|---|---|---|`);
const given = { SECRET: randomBytes(32).toString('base64'), SIGN_IN: 'simulator' };
const indices = chosen.length > 0 ? chosen.map(Number) : LOADS_OF_ONE.map((_, index) => index);
for (const index of indices) {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-wait-'));
  const postgres = isEmbedded ? null : await startThrowawayPostgres();
  const database = postgres ? { DATABASE_URL: postgres.url } : { DATABASE_URL: '', DATA_DIR: folder };
  await measure(index, { ...given, ...database });
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
