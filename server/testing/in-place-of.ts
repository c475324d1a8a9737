import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ThrowawayPostgres } from './throwaway-postgres.ts';

/** The path in which a script stands before one of PostgreSQL's programs, which it calls by `"$real" "$@"`. It is made in a folder that the test removes. */
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
