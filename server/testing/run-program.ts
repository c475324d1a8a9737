import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Settings = Record<string, string>;

/** A program of the server's, as whoever runs it calls it, until it ends. */
export function runProgram(program: string, args: readonly string[], env: Settings) {
  const path = fileURLToPath(new URL(`../${program}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), path, ...args],
    { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' },
  );
  return { status, said: stdout + stderr };
}
