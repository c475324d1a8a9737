import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Settings = Record<string, string>;

/** A program of the server's, as whoever runs it calls it, until it ends. */
export function runProgram(program: string, args: readonly string[], env: Settings) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words(program), ...args], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** One that goes on beside the test. */
export function startProgram(program: string, env: Settings): ChildProcess {
  return spawn(process.execPath, words(program), {
    env: { PATH: process.env.PATH, ...env },
    stdio: 'ignore',
  });
}

function words(program: string): string[] {
  return ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL(`../${program}`, import.meta.url))];
}
