import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, Measured } from './send-load.ts';

/** As in the `Dockerfile`. */
const AS_DEPLOYED = '--max-semi-space-size=64';

export interface BenchServer {
  port: number;
  stop(): Promise<void>;
}

export async function startServer(env: Record<string, string>): Promise<BenchServer> {
  const child = start('serve-for-bench.ts', { ...env, NODE_OPTIONS: AS_DEPLOYED });
  const [port] = await once(child, 'message');
  return { port, stop: () => stop(child) };
}

export async function measure(load: Load): Promise<Measured> {
  const child = start('send-load.ts');
  child.send(load);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Calls failed: ${load.kind}`);
  });
  const [measured] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  await stop(child);
  return measured;
}

/** A file of this folder, as a program of its own. */
export function start(program: string, env: Record<string, string> = {}): ChildProcess {
  const options = { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } };
  return fork(fileURLToPath(new URL(program, import.meta.url)), [], options);
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
