import { serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import type { Server } from '../../contract/server.ts';
import { forkServer, nextMessage } from './fork-server.ts';

const PROGRAM = new URL('suite-process.ts', import.meta.url);

export type ClockMessage = { move: 'restart' } | { move: 'advance' | 'moveOffice'; by: number };

export interface SuiteProcess {
  server: Server;
  moveClock(message: ClockMessage): Promise<unknown>;
  /** Kills the process like a power cut, in the middle of whatever it does, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export interface SuiteProcesses {
  /** Each call goes to another process than the call before. */
  server: Server;
  /** Moves the clocks of all processes before the next call. */
  moveClocks(message: ClockMessage): void;
  stop(): Promise<void>;
}

interface SuiteProcessOptions {
  filesUrl?: string;
  /** The limits of a day, as whoever runs the server sets them. */
  env?: Readonly<Record<string, string>>;
}

/** Starts the server in a process of its own, behind real HTTP, over a database that other processes may use too. */
export async function startSuiteProcess(
  place: string,
  { filesUrl, env }: SuiteProcessOptions = {},
): Promise<SuiteProcess> {
  const told = filesUrl === undefined ? [place] : [place, filesUrl];
  const start = () => forkServer(PROGRAM, told, env);
  let forked = await start();
  return {
    server: (request) => serverAt(forked.port, ORIGIN)(request),
    moveClock(message) {
      const answer = nextMessage(forked.child);
      forked.child.send(message);
      return answer;
    },
    async crash() {
      await forked.stop();
      forked = await start();
    },
    stop: () => forked.stop(),
  };
}

/** Starts two processes over one database. */
export async function startSuiteProcesses(place: string): Promise<SuiteProcesses> {
  const processes = await Promise.all([1, 2].map(() => startSuiteProcess(place)));
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

/** Returns a server that sends each call to another process than the call before. */
export function inTurn(processes: readonly Pick<SuiteProcess, 'server'>[]): Server {
  return (request) => {
    calls += 1;
    const next = processes[calls % processes.length];
    if (!next) throw new Error('There is no process');
    return next.server(request);
  };
}
