import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThrowawayPostgres } from './throwaway-postgres.ts';

/**
 * Returns a `PATH` in which a script stands before one of PostgreSQL's programs; the script calls that program by `"$real" "$@"`. It is made in a folder that
 * the test removes.
 */
export function inPlaceOf(
  program: 'pg_dump' | 'pg_restore',
  script: string,
  { programs }: ThrowawayPostgres,
  folder: string,
): string {
  const path = mkdtempSync(join(folder, 'path-'));
  writeFileSync(join(path, program), `#!/bin/sh\nreal="${programs}/${program}"\n${script}\n`);
  chmodSync(join(path, program), 0o755);
  return `${path}:${process.env.PATH}`;
}
