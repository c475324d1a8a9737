import { type ChildProcess, spawn } from 'node:child_process';

export interface ProcessGroup {
  readonly child: ChildProcess;
  /** Ends the process and all that it started, at once. */
  kill(): Promise<void>;
}

/** A browser is many processes: they share a group, so that none is left behind. */
export function startProcessGroup(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  stdio: 'ignore' | 'pipe' = 'pipe',
): ProcessGroup {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', stdio, stdio] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    async kill() {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The browser has ended by itself.
      }
      await ended;
    },
  };
}
