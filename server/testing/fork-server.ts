import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

export interface ForkedServer {
  child: ChildProcess;
  port: number;
  /** Kills the process like a power cut, in the middle of whatever it does. */
  stop(): Promise<void>;
}

/** Starts a server in a process of its own, which is to end with this one, and waits for the port that it tells. */
export async function forkServer(
  program: URL,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ForkedServer> {
  const child = fork(program, args, { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } });
  return {
    child,
    port: await nextMessage<number>(child),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The server ended by itself: ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}
