import type { Sealed } from '../seal-fits.ts';
import { run } from './postgres-programs.ts';

const HEAD = /^COPY public\.citizens \((.*)\) FROM stdin;$/;
const END = '\\.';
/** A `bytea`, as PostgreSQL copies it out. */
const HEX = /^\\\\x([0-9a-f]*)$/;

/** Reads the sealed NISS of one citizen from a backup that is not restored yet. Undefined: it has no citizen; a sentence: it cannot be read. */
export async function readSealed(file: string): Promise<Sealed | undefined | string> {
  let columns: string[] | null = null;
  let first: string | null = null;
  const options = ['--data-only', '--table=citizens', '--file=-', file];
  const failed = await run('pg_restore', { options }, (line) => {
    if (columns) first ??= line;
    else columns = HEAD.exec(line)?.[1]?.split(', ') ?? null;
  });
  if (failed !== null) return failed;
  return first === null || first === END ? undefined : readRow(columns ?? [], first);
}

function readRow(columns: readonly string[], line: string): Sealed | string {
  const values = line.split('\t');
  const id = values[columns.indexOf('id')];
  const [, hex] = HEX.exec(values[columns.indexOf('niss_sealed')] ?? '') ?? [];
  if (id === undefined || hex === undefined) return 'The backup is not one of e-Clic.';
  return { owner: id, sealed: Buffer.from(hex, 'hex') };
}
