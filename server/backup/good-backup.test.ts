import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit } from '../../contract/conformance/subject.ts';
import { inPlaceOf } from '../testing/in-place-of.ts';
import { runProgram } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { withServer } from '../testing/with-server.ts';

const SECRET = randomBytes(32).toString('base64');
/** About half the size of a backup, in bytes. */
const HALF = 10_000;

const home = mkdtempSync(join(tmpdir(), 'eclic-good-backup-'));
const folder = join(home, 'backups');
const file = join(folder, 'eclic.backup');
mkdirSync(folder);
let postgres: ThrowawayPostgres | null = null;
beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  if (postgres) await withServer(settings(postgres.url), (maria) => submit(maria, randomUUID()));
}, START_MS);
afterAll(async () => {
  await postgres?.stop();
  rmSync(home, { recursive: true, force: true });
});

const settings = (url: string) => ({ DATABASE_URL: url, SECRET, SIGN_IN: 'simulator' });
const backUp = (url: string, path = process.env.PATH ?? '') =>
  runProgram(['backup', file], { ...settings(url), PATH: path });

/** Returns a path on which `pg_dump` runs PostgreSQL's own program, and then the shell commands of `then`. */
function inPlaceOfPgDump(there: ThrowawayPostgres, then: string): string {
  const script = `for word; do case "$word" in --file=*) file="\${word#--file=}";; esac; done
"$real" "$@"
${then}`;
  return inPlaceOf('pg_dump', script, there, home);
}

describe('The last good backup', () => {
  it.for<[string, string]>([
    ['is killed midway', `truncate --size=${HALF} "$file"; kill -KILL $$`],
    ['is asked to end midway', `truncate --size=${HALF} "$file"; kill -TERM $$`],
    ['finds the disk full', `truncate --size=${HALF} "$file"; exit 1`],
    ['says that it has finished, and cannot be read', 'echo nothing > "$file"'],
  ])('is there, whole, after a later one whose pg_dump %s', { timeout: START_MS }, async ([, then], test) => {
    if (!postgres) return test.skip();
    expect(backUp(postgres.url)).toMatchObject({ status: 0 });
    const good = readFileSync(file);
    expect(good.length).toBeGreaterThan(2 * HALF);
    expect(backUp(postgres.url, inPlaceOfPgDump(postgres, then)).status).toBe(1);
    expect(readFileSync(file).equals(good)).toBe(true);
    expect(readdirSync(folder)).toEqual(['eclic.backup']);
  });
});
