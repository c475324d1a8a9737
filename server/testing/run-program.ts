import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Settings = Record<string, string>;

/** Run with `node`, followed by the words of a command. */
const PROGRAM = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../main.ts', import.meta.url)),
];

/** A command of the server's, as whoever runs it calls it, until it ends. */
export function runProgram(words: readonly string[], env: Settings) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...words], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, said: stdout + stderr };
}

/** One that goes on beside the test. */
export function startProgram(words: readonly string[], env: Settings): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });
}
