import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInClerk } from '../clerks/clerk-sign-in.ts';
import { addClerk } from '../clerks/clerks.ts';
import { inPlaceOf } from '../testing/in-place-of.ts';
import { runProgram } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { withServer } from '../testing/with-server.ts';

const SECRET = randomBytes(32).toString('base64');
const PASSWORD = 'uma palavra de antes';
const ANA = { userName: 'ana', password: PASSWORD, address: '192.0.2.1', browser: null };

const IS_RESTORING = 'case "$*" in *--single-transaction*) kill -KILL $PPID; exit 1;; esac';
const NOT_FINISHED = 'A restore into this database was not finished';

const home = mkdtempSync(join(tmpdir(), 'eclic-unfinished-'));
const [file, laterFile] = [join(home, 'eclic.backup'), join(home, 'later.backup')];
let postgres: ThrowawayPostgres | null = null;

const settingsOf = (name: string) => ({
  DATABASE_URL: (postgres?.url ?? '').replace('/postgres?', `/${name}?`),
  SECRET,
  SIGN_IN: 'simulator',
});

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  if (!postgres) return;
  const client = new pg.Client(postgres.url);
  await client.connect();
  for (const name of ['first', 'restored', 'copied', 'begun']) await client.query(`create database ${name}`);
  await client.end();
  await withServer(settingsOf('first'), async (_maria, { db, hashing }) => {
    await addClerk(db, { userName: 'ana', name: 'Ana Exemplo', ...(await hashing.keep(PASSWORD)) });
  });
  for (const each of [file, laterFile])
    expect(runProgram(['backup', each], settingsOf('first'))).toMatchObject({ status: 0 });
}, 2 * START_MS);
afterAll(async () => {
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Expects that neither a server nor a command uses the database of an unfinished restore. */
async function expectRefused(name: string): Promise<void> {
  await expect(withServer(settingsOf(name), async () => {})).rejects.toThrow(NOT_FINISHED);
  const rotation = { ...settingsOf(name), SECRET_BEFORE: randomBytes(32).toString('base64') };
  expect(runProgram(['rotate-secret'], rotation)).toMatchObject({
    status: 1,
    said: expect.stringContaining(NOT_FINISHED),
  });
}

describe('A restore into PostgreSQL', () => {
  it(
    'that is killed before it has ended who was let in lets nobody in: no server starts, and the next one ends them',
    async (test) => {
      if (!postgres) return test.skip();
      const to = settingsOf('restored');
      const path = inPlaceOf(
        'pg_restore',
        `"$real" "$@"; ended=$?\n${IS_RESTORING}\nexit $ended`,
        postgres,
        home,
      );
      expect(runProgram(['restore', file], { ...to, PATH: path }).status).toBeNull();
      await expectRefused('restored');
      // The database has the first backup's tables already: nothing of another backup would be in it.
      expect(runProgram(['restore', laterFile], to)).toMatchObject({
        status: 1,
        said: expect.stringContaining('of another backup'),
      });
      const unsettled = join(home, 'unsettled.backup');
      expect(runProgram(['backup', unsettled], to)).toMatchObject({ status: 0 });
      expect(runProgram(['restore', file], to)).toMatchObject({
        status: 0,
        said: expect.stringContaining('npm run server -- office new-password ana\n'),
      });
      await withServer(to, async (_maria, context) => {
        expect(await signInClerk(context, ANA, '')).toEqual({ status: 'wrong' });
        const sessions = context.db.selectFrom('sessions').select('stage').where('stage', '=', 'signedIn');
        // Maria has opened this session just now; the one of the backup has ended.
        expect(await sessions.execute()).toHaveLength(1);
      });
      // A backup leaves the mark of an unfinished restore out, so it is a backup like others.
      expect(runProgram(['restore', unsettled], settingsOf('copied'))).toMatchObject({ status: 0 });
    },
    2 * START_MS,
  );

  it(
    'that is killed before anything is there leaves no server to start, and room for any backup',
    async (test) => {
      if (!postgres) return test.skip();
      const to = settingsOf('begun');
      const path = inPlaceOf('pg_restore', `${IS_RESTORING}\nexec "$real" "$@"`, postgres, home);
      expect(runProgram(['restore', file], { ...to, PATH: path }).status).toBeNull();
      await expectRefused('begun');
      expect(runProgram(['restore', laterFile], to)).toMatchObject({ status: 0 });
      await withServer(to, async (_maria, context) => {
        expect(await signInClerk(context, ANA, '')).toEqual({ status: 'wrong' });
      });
    },
    2 * START_MS,
  );
});
