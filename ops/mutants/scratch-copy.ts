import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from './find-mutants.ts';

/** Copies the project to another folder, so that a run that is stopped leaves no fault in the developer's files. */
export function makeScratchCopy(files: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'eclic-mutants-'));
  for (const file of files) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

  /** Runs a command, and returns the line that tells what failed; null if nothing did. */
  function run(command: string, args: readonly string[]): Promise<string | null> {
    const env = { ...process.env, SCHEDULES: '40', NO_COLOR: '1' };
    // The time limit reveals a fault that makes a loop endless.
    const child = spawn(command, args, { cwd: folder, env, timeout: 600_000 });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    return new Promise((done) => {
      child.on('close', (code) => done(code === 0 ? null : (said.match(/(?:FAIL|error TS).*/)?.[0] ?? said)));
    });
  }

  return {
    /** Puts the fault into its file, and returns a function that takes it out again. */
    plant({ file, start, end, becomes }: Mutant): () => void {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.slice(0, start) + becomes + text.slice(end));
      return () => writeFileSync(path, text);
    },
    test(tests: readonly string[]): Promise<string | null> {
      // The project `server` prepares a database even where none of its tests run. The same rules in other time zones would reveal the same faults.
      const isServers = tests.some((test) => test.startsWith('server/'));
      const leftOut = isServers ? [] : ['--project=!server'];
      const options = ['--bail=1', '--testTimeout=120000', '--project=!rules in*', ...leftOut];
      return run('npx', ['vitest', 'run', ...options, ...tests]);
    },
    checkTypes: () => run('npm', ['run', 'types']),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
