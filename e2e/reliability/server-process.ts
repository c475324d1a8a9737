import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 120_000;

interface Program {
  /** Node by default. */
  command?: string;
  /** The arguments of the command, which runs in `cwd`. */
  args: readonly string[];
  cwd: string;
  env: Record<string, string>;
  /** An address that answers once the server is up. */
  probe: string;
}

export interface ServerProcess {
  /** Starts the server, or starts it again on the same port and with the same data. */
  start(): Promise<void>;
  /** Kills the server as a power cut does: it is not warned, and finishes nothing. With SIGTERM, asks it to stop and waits for its end. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Makes a server for one test, which can stop and start it. */
export function createServerProcess({
  command = process.execPath,
  args,
  cwd,
  env,
  probe,
}: Program): ServerProcess {
  let child: ChildProcess | null = null;
  let complaints = '';
  const isUp = () =>
    fetch(probe).then(
      (response) => response.ok,
      () => false,
    );
  return {
    async start() {
      if (await isUp()) throw new Error(`Something else answers at ${probe}`);
      child = spawn(command, args, {
        cwd,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr?.on('data', (data) => {
        complaints += data;
      });
      const until = Date.now() + START_MS;
      while (Date.now() < until) {
        if (await isUp()) return;
        if (child.exitCode !== null) throw new Error(`The server of ${probe} ended by itself. ${complaints}`);
        await wait(100);
      }
      throw new Error(`Nothing answers at ${probe}. ${complaints}`);
    },
    async kill(signal = 'SIGKILL') {
      if (!child || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      child.kill(signal);
      await ended;
      child = null;
    },
  };
}
