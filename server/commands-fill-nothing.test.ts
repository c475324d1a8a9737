import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_ALL } from '../ops/test/level.ts';
import { hashPeople, keepAccounts } from './accounts/keep-account.ts';
import type { Db } from './db/schema.ts';
import { readEverything } from './testing/read-everything.ts';
import { runProgram, type Settings } from './testing/run-program.ts';
import { START_MS } from './testing/start-ms.ts';
import { DATABASES, makeTestDatabase } from './testing/test-database.ts';
import { openServer, settingsOn } from './testing/with-server.ts';

const ORIGIN = 'https://eclic.exemplo.pt';
const RITA = { niss: '12345678902', name: 'Rita Modelo', email: 'rita@exemplo.pt', password: 'quatro gatos' };

/** Commands that read, or that find nothing to change. The gate tries the first: the program starts anew for each. */
const COMMANDS = [
  ['office', 'token', 'list'],
  ['office', 'token', 'revoke', 'nobody'],
  ['office', 'service', 'list'],
  ['office', 'record'],
  ['office', 'new-password', 'nobody'],
  ['office', 'supervisor', 'add', 'nobody'],
  ['office', 'remove-clerk', 'nobody'],
  ['keys', 'list'],
  ['retention'],
];

const TRIED = IS_ALL ? COMMANDS : COMMANDS.slice(0, 1);
const TRIED_ON = IS_ALL ? DATABASES.map(([name]) => name) : ['PGlite'];

describe.each(TRIED_ON)('On %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-commands-'));
  /** Where everything is kept, and nothing else that its server was given. */
  let bare: Settings;

  const atDatabase = <T>(work: (db: Db) => Promise<T>) =>
    openServer({ ...bare, ...served }, ({ db }) => work(db));
  const served = {
    ORIGIN,
    SIGN_IN: 'password',
    MAIL_DIR: join(folder, 'mail'),
    MAIL_FROM: 'eclic@exemplo.pt',
  };

  beforeAll(async () => {
    bare = settingsOn(name === 'PGlite' ? null : await makeTestDatabase(), folder);
    await openServer({ ...bare, ...served }, async ({ db, seal, hashing }) => {
      const hashed = await hashPeople(hashing, [RITA]);
      await db.transaction().execute((tx) => keepAccounts(tx, seal, hashed));
    });
  }, START_MS);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(TRIED.map((words) => [words.join(' '), words] as const))(
    '«%s» that is told only where the database is leaves every row as it was',
    async (_name, words) => {
      const before = await atDatabase(readEverything);
      expect(runProgram(words, bare).said).not.toContain('    at ');
      expect(await atDatabase(readEverything)).toBe(before);
    },
    3 * START_MS,
  );

  it(
    'what the database does not do is told in one sentence, without the statement and what it was given',
    async () => {
      await atDatabase((db) =>
        sql`alter table office_tokens add constraint not_theirs check (name <> 'arquivo')`.execute(db),
      );
      expect(runProgram(['office', 'token', 'add', 'arquivo'], bare)).toEqual({
        status: 1,
        stdout: '',
        stderr: 'The database did not do it (23514).\n',
        said: 'The database did not do it (23514).\n',
      });
    },
    3 * START_MS,
  );
});
