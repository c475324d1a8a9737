import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN, openBrowser } from '../../contract/conformance/subject.ts';
import { forkServer } from '../../server/testing/fork-server.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { readLoad, takeTime, toTableLine } from '../figures.ts';

/** Measures how long somebody who signs in waits while forty people do so at once. */
const AT_ONCE = 40;
const LASTS_MS = 8_000;
const BETWEEN_MS = 50;
/** An address in another network than theirs: the server lets sign-ins from one network wait for each other, or refuses them. */
const ELSEWHERE = '198.51.100.7';
const SETTINGS = { SIGN_IN: 'password', ORIGIN: 'https://eclic.exemplo.pt', MAIL_FROM: 'e@exemplo.pt' };

/** Tries a wrong palavra-chave with a NISS of its own for each n; a blocked one would spare the server the work of checking it. */
async function signIn(port: number, n: number, from: string): Promise<void> {
  const subject = { server: serverAt(port, ORIGIN), advance() {}, stop: async () => {} };
  const json = { niss: `123456789${10 + n}`, password: 'não é esta' };
  const headers = { 'X-Forwarded-For': from };
  await openBrowser(subject).send('POST', '/session/password', { json, headers });
}

async function measureLongest(port: number): Promise<string> {
  const until = performance.now() + LASTS_MS;
  let most = 0;
  while (performance.now() < until) {
    most = Math.max(most, await takeTime(() => signIn(port, AT_ONCE, ELSEWHERE)));
    await wait(BETWEEN_MS);
  }
  return most.toFixed(0);
}

console.log(`| database | alone, ms | beside ${AT_ONCE}, ms | load |\n|---|---|---|---|`);
for (const database of ['PostgreSQL', 'PGlite']) {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-wait-'));
  const postgres = database === 'PostgreSQL' ? await startThrowawayPostgres() : null;
  const place = { DATABASE_URL: postgres?.url ?? '', DATA_DIR: folder, MAIL_DIR: join(folder, 'mail') };
  const server = await forkServer(new URL('serve.ts', import.meta.url), [], { ...SETTINGS, ...place });
  const alone = await measureLongest(server.port);
  const others = Array.from({ length: AT_ONCE }, (_, n) => signIn(server.port, n, `203.0.113.${n + 1}`));
  const [beside] = await Promise.all([measureLongest(server.port), ...others]);
  console.log(toTableLine([database, alone, beside, readLoad()]));
  await server.stop();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
