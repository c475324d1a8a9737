import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import type { Session } from '../../contract/types.ts';
import { runProgram, type Settings, startProgram } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';
import { startThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { withServer } from '../testing/with-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'eclic-rotation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rotate = (env: Settings) => runProgram(['rotate-secret'], env);
const readMaria = (env: Settings) =>
  withServer(env, async (maria) => (await maria.send<Session>('GET', '/session')).body);

it(
  'the embedded database has another secret beside it, also where the command was interrupted',
  async () => {
    const env = { DATA_DIR: folder };
    const maria = await readMaria(env);
    const file = (name: string) => join(folder, name);
    const first = readFileSync(file('secret'));
    writeFileSync(file('process'), String(process.pid));
    expect(rotate(env)).toMatchObject({ status: 1, said: expect.stringContaining('is used by process') });
    rmSync(file('process'));
    expect(readFileSync(file('secret'))).toEqual(first);

    // A run was interrupted before it sealed anything with this secret: the next run takes it.
    const second = randomBytes(32);
    writeFileSync(file('secret.next'), second, { mode: 0o600 });
    expect(rotate(env)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^citizens\.nissSealed: [1-9][0-9]* rows rewritten$/m),
    });
    expect(readFileSync(file('secret')).equals(second)).toBe(true);
    expect(readFileSync(file('secret.before')).equals(first)).toBe(true);
    for (const name of ['secret', 'secret.before']) expect(statSync(file(name)).mode & 0o077).toBe(0);
    expect(await readMaria(env)).toMatchObject({ citizen: maria.status === 'signedIn' && maria.citizen });

    // A run was interrupted once everything was sealed with the second secret, and before that one took its place.
    renameSync(file('secret'), file('secret.next'));
    copyFileSync(file('secret.before'), file('secret'));
    await expect(readMaria(env)).rejects.toThrow('Where npm run server -- rotate-secret was interrupted');
    rmSync(file('process'));
    expect(rotate(env)).toMatchObject({ status: 0, said: expect.stringContaining('already') });
    expect(readFileSync(file('secret')).equals(second)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['postgres', 'secret', 'secret.before']);
    await readMaria(env);
  },
  3 * START_MS,
);

it(
  'PostgreSQL has the SECRET that takes the place of SECRET_BEFORE, once no server is at work',
  async (test) => {
    const postgres = await startThrowawayPostgres();
    if (!postgres) return test.skip();
    const [first, second, other] = Array.from({ length: 3 }, () => randomBytes(32).toString('base64')) as [
      string,
      string,
      string,
    ];
    const settings = { DATABASE_URL: postgres.url, SIGN_IN: 'simulator' };
    const change = { ...settings, SECRET: second, SECRET_BEFORE: first };
    await withServer({ ...settings, SECRET: first }, async () => {
      const refused = rotate(change);
      expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('Stop every process') });
    });
    const unfit = rotate({ ...change, SECRET_BEFORE: other });
    expect(unfit).toMatchObject({ status: 1, said: expect.stringContaining('Nothing was changed') });
    expect(rotate({ ...settings, SECRET: second })).toMatchObject({
      status: 1,
      said: expect.stringContaining('Say both'),
    });
    await readMaria({ ...settings, SECRET: first });
    expect(rotate(change)).toMatchObject({ status: 0 });
    await readMaria({ ...settings, SECRET: second });
    await expect(readMaria({ ...settings, SECRET: first })).rejects.toThrow('The SECRET is not the one');
    expect(rotate(change)).toMatchObject({ status: 0, said: expect.stringContaining('already') });
    await postgres.stop();
  },
  3 * START_MS,
);

it(
  'a rotation that is killed once all is rewritten has changed nothing, and the next one does it',
  async (test) => {
    const postgres = await startThrowawayPostgres();
    if (!postgres) return test.skip();
    const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const settings = { DATABASE_URL: postgres.url, SIGN_IN: 'simulator' };
    const change = { ...settings, SECRET: second, SECRET_BEFORE: first };
    await readMaria({ ...settings, SECRET: first });

    // Another connection locks a table, and so keeps the rotation from its last step.
    const [holder, watcher] = [0, 1].map(() => new pg.Client(postgres.url.replace('eclic@', 'holder@'))) as [
      pg.Client,
      pg.Client,
    ];
    const owner = new pg.Client(postgres.url);
    await owner.connect();
    await owner.query('create role holder login in role pg_monitor; grant all on tries to holder');
    await owner.end();
    for (const client of [holder, watcher]) await client.connect();
    const count = async (state: string) => {
      const where = `usename = 'eclic' and backend_type = 'client backend' and ${state}`;
      const { rows } = await watcher.query(`select count(*)::int as n from pg_stat_activity where ${where}`);
      return rows[0].n;
    };
    await holder.query('begin; lock table tries in access exclusive mode');
    const rotation = startProgram(['rotate-secret'], change);
    while ((await count("wait_event_type = 'Lock'")) === 0) await nextTurn();
    rotation.kill('SIGKILL');
    await holder.query('commit');
    while ((await count('true')) > 0) await nextTurn();
    for (const client of [holder, watcher]) await client.end();

    await readMaria({ ...settings, SECRET: first });
    expect(rotate(change)).toMatchObject({ status: 0, said: expect.stringContaining('rows rewritten') });
    await readMaria({ ...settings, SECRET: second });
    await postgres.stop();
  },
  3 * START_MS,
);
