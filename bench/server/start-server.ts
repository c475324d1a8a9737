import { fork } from 'node:child_process';
import { once } from 'node:events';
import { TEST_SECRET } from '../../server/testing/test-context.ts';

const SECRET = Buffer.from(TEST_SECRET).toString('base64');

export interface BenchServer {
  port: number;
  stop(): Promise<unknown>;
}

/** Starts the server in a process of its own, which ends with this one. */
export async function startServer(settings: Record<string, string>): Promise<BenchServer> {
  const child = fork(new URL('serve.ts', import.meta.url), [], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, SECRET, ...settings },
  });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`The server ended by itself: ${code}`)));
  const [port] = await Promise.race([once(child, 'message'), failed]);
  return {
    port,
    stop() {
      child.kill();
      return ended;
    },
  };
}
