import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Load, Measured } from './send-load.ts';

/** As in the `Dockerfile`. */
const AS_DEPLOYED = '--max-semi-space-size=64';

export interface BenchServer {
  port: number;
  stop(): Promise<void>;
}

export async function startServer(env: Record<string, string>): Promise<BenchServer> {
  const child = start(new URL('serve-for-bench.ts', import.meta.url), { ...env, NODE_OPTIONS: AS_DEPLOYED });
  const [port] = await once(child, 'message');
  return { port, stop: () => stop(child) };
}

export async function measure(load: Load): Promise<Measured> {
  const child = start(new URL('send-load.ts', import.meta.url));
  child.send(load);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Calls failed: ${load.kind}`);
  });
  const [measured] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  await stop(child);
  return measured;
}

/** A file as a program of its own. */
export function start(program: URL, env: Record<string, string> = {}): ChildProcess {
  const options = { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } };
  return fork(program, [], options);
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
