import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';
import { openServer } from '../testing/with-server.ts';

const ORIGIN = 'https://eclic.exemplo.pt';
const OTHER_ORIGIN = 'https://outro.exemplo.pt';

it(
  'whoever runs the server reads which keys there are, and has receipts signed by another',
  async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'eclic-keys-'));
    const serve = (origin: string) => openServer({ DATA_DIR, ORIGIN: origin }, async () => {});
    const run = (action: string, env = {}) => runProgram(['keys', action], { DATA_DIR, ...env });
    const { stdout, stderr } = run('list');
    // Whoever has forgotten DATABASE_URL reads in which folder the command has worked instead.
    expect(stderr).toBe(
      `There was no database in ${DATA_DIR}: a new one is made. DATABASE_URL or DATA_DIR names another.\n`,
    );
    expect(stdout).toMatch(/^There is no key yet/);
    expect(run('rotate', { ORIGIN })).toMatchObject({ status: 1, stderr: stdout });
    await serve(ORIGIN);
    const [first = ''] = run('list').stdout.split('  ');
    expect(first).toMatch(/^[\w-]{43}$/);
    const second = /signed by ([\w-]{43}) from now on/.exec(run('rotate').stdout)?.[1];
    const listed = () =>
      run('list')
        .stdout.trim()
        .split('\n')
        .map((line) => line.split('  ').slice(0, 2));
    expect(listed()).toEqual([
      [second, ORIGIN],
      [first, ORIGIN],
    ]);
    expect(run('rotate', { ORIGIN: OTHER_ORIGIN })).toMatchObject({
      status: 1,
      stderr: `Receipts were signed for ${ORIGIN}, and ORIGIN is ${OTHER_ORIGIN}. Nothing was changed.\n`,
    });
    await serve(OTHER_ORIGIN);
    expect(run('rotate')).toMatchObject({ status: 1, stderr: expect.stringContaining('say by ORIGIN') });
    expect(listed()).toHaveLength(3);
    expect(run('list').stderr).toBe('');
    expect(run('none')).toMatchObject({ status: 1, stderr: expect.stringContaining('keys rotate') });
    rmSync(DATA_DIR, { recursive: true });
  },
  5 * START_MS,
);
