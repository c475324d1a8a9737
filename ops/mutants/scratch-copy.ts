import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from './find-mutants.ts';

/** The project elsewhere: whoever stops the run finds no fault in their own files. */
export function makeScratchCopy(files: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-mutants-'));
  for (const file of files) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

  /** What goes wrong there, in a line; null where nothing does. */
  function run(command: string, args: readonly string[]): Promise<string | null> {
    const env = { ...process.env, SCHEDULES: '40', NO_COLOR: '1' };
    // A fault that makes a loop endless is seen too.
    const child = spawn(command, args, { cwd: folder, env, timeout: 600_000 });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    return new Promise((done) => {
      child.on('close', (code) => done(code === 0 ? null : (said.match(/(?:FAIL|error TS).*/)?.[0] ?? said)));
    });
  }

  return {
    /** Answers what takes it out again. */
    plant({ file, start, end, becomes }: Mutant): () => void {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.slice(0, start) + becomes + text.slice(end));
      return () => writeFileSync(path, text);
    },
    test(tests: readonly string[]): Promise<string | null> {
      // A database is made for the server's tests, whichever of them run; the same rules in other zones see the same faults.
      const isServers = tests.some((test) => test.startsWith('server/'));
      const leftOut = isServers ? [] : ['--project=!server'];
      const options = ['--bail=1', '--testTimeout=120000', '--project=!rules in*', ...leftOut];
      return run('npx', ['vitest', 'run', ...options, ...tests]);
    },
    checkTypes: () => run('npm', ['run', 'types']),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
