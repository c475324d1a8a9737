import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Settings = Record<string, string>;

/** The arguments of `node`, before those of a command. */
const PROGRAM = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../main.ts', import.meta.url)),
];

/** Runs a command of the server to its end, as whoever runs the server calls it. */
export function runProgram(words: readonly string[], env: Settings) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...words], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr, said: stdout + stderr };
}

/** Starts a command that goes on beside the test. */
export function startProgram(words: readonly string[], env: Settings): ChildProcess {
  return spawn(process.execPath, [...PROGRAM, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });
}
