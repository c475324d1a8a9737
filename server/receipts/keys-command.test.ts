import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';

it(
  'whoever runs the server reads which keys there are, and has receipts signed by another',
  () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'eclic-keys-'));
    const run = (action: string) =>
      runProgram(['keys', action], { DATA_DIR, ORIGIN: 'https://eclic.exemplo.pt' });
    const { stdout, stderr } = run('list');
    // Whoever has forgotten DATABASE_URL reads in which folder the command has worked instead.
    expect(stderr).toBe(
      `There was no database in ${DATA_DIR}: a new one is made. DATABASE_URL or DATA_DIR names another.\n`,
    );
    const [first = ''] = stdout.split('  ');
    expect(first).toMatch(/^[\w-]{43}$/);
    const second = /signed by ([\w-]{43}) from now on/.exec(run('rotate').stdout)?.[1];
    const listed = run('list')
      .stdout.trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(listed.map(([kid, issuer]) => [kid, issuer])).toEqual([
      [second, 'https://eclic.exemplo.pt'],
      [first, 'https://eclic.exemplo.pt'],
    ]);
    expect(run('list').stderr).toBe('');
    expect(run('none')).toMatchObject({ status: 1, stderr: expect.stringContaining('keys rotate') });
    rmSync(DATA_DIR, { recursive: true });
  },
  5 * START_MS,
);
