import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Load, Measured } from './send-load.ts';

const SERVER = fileURLToPath(new URL('serve-for-bench.ts', import.meta.url));
const CALLERS = fileURLToPath(new URL('send-load.ts', import.meta.url));

/** As in the `Dockerfile`. */
const AS_DEPLOYED = '--max-semi-space-size=64';

export interface BenchServer {
  port: number;
  stop(): Promise<void>;
}

export async function startServer(env: Record<string, string>): Promise<BenchServer> {
  const child = start(SERVER, { ...env, NODE_OPTIONS: AS_DEPLOYED });
  const [port] = await once(child, 'message');
  return { port, stop: () => stop(child) };
}

export async function measure(load: Load): Promise<Measured> {
  const child = start(CALLERS, {});
  child.send(load);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`Calls failed: ${load.kind}`);
  });
  const [measured] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  await stop(child);
  return measured;
}

function start(program: string, env: Record<string, string>): ChildProcess {
  const options = { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } };
  return fork(program, [], options);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
