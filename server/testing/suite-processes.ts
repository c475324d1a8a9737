import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Server } from '../../contract/server.ts';
import { serverAt } from './server-at.ts';

const PROGRAM = fileURLToPath(new URL('suite-process.ts', import.meta.url));

export type ClockMessage = { move: 'restart' } | { move: 'advance' | 'moveOffice'; by: number };

export interface SuiteProcess {
  server: Server;
  moveClock(message: ClockMessage): Promise<unknown>;
  /** As a power cut: nothing is told, nothing is finished. Then it is started again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export interface SuiteProcesses {
  /** Each call goes to another one than the call before. */
  server: Server;
  /** In all of them, before the next call. */
  moveClocks(message: ClockMessage): void;
  stop(): Promise<void>;
}

interface SuiteProcessOptions {
  filesUrl?: string;
  /** Limits of a day, as an operator sets them. */
  env?: Readonly<Record<string, string>>;
}

/** The server in a process of its own, over a database that others may use too, behind real HTTP. */
export async function startSuiteProcess(
  place: string,
  origin: string,
  { filesUrl, env }: SuiteProcessOptions = {},
): Promise<SuiteProcess> {
  let child: ChildProcess;
  let port = 0;
  async function start(): Promise<void> {
    const told = filesUrl === undefined ? [place, origin] : [place, origin, filesUrl];
    child = fork(PROGRAM, told, { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } });
    port = await nextMessage<number>(child);
  }
  async function stop(): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  await start();
  return {
    server: (request) => serverAt(port, origin)(request),
    moveClock(message) {
      const answer = nextMessage(child);
      child.send(message);
      return answer;
    },
    async crash() {
      await stop();
      await start();
    },
    stop,
  };
}

export async function startSuiteProcesses(
  count: number,
  place: string,
  origin: string,
): Promise<SuiteProcesses> {
  const started = Array.from({ length: count }, () => startSuiteProcess(place, origin));
  const processes = await Promise.all(started);
  let moved: Promise<unknown> = Promise.resolve();
  return {
    async server(request) {
      await moved;
      return inTurn(processes)(request);
    },
    moveClocks(message) {
      moved = moved.then(() => Promise.all(processes.map((each) => each.moveClock(message))));
    },
    async stop() {
      await Promise.all(processes.map((each) => each.stop()));
    },
  };
}

let calls = 0;

/** Each call goes to another one than the call before. */
export function inTurn(processes: readonly Pick<SuiteProcess, 'server'>[]): Server {
  return (request) => {
    calls += 1;
    const next = processes[calls % processes.length];
    if (!next) throw new Error('There is no process');
    return next.server(request);
  };
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`The server ended by itself: ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}
