import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Server } from '../../src/contract/server.ts';

const PROGRAM = fileURLToPath(new URL('suite-process.ts', import.meta.url));

export type ClockMessage = { move: 'restart' } | { move: 'advance' | 'moveOffice'; by: number };

export interface SuiteProcesses {
  /** Each call goes to another one than the call before. */
  server: Server;
  /** In all of them, before the next call. */
  moveClocks(message: ClockMessage): void;
  stop(): Promise<void>;
}

/** Several processes of the server over one database, behind real HTTP. */
export async function startSuiteProcesses(
  count: number,
  url: string,
  origin: string,
): Promise<SuiteProcesses> {
  const children = Array.from({ length: count }, () =>
    fork(PROGRAM, [url, origin], { execArgv: ['--import', 'tsx'] }),
  );
  const ports = await Promise.all(children.map(nextMessage<number>));
  let moved: Promise<unknown> = Promise.resolve();
  let calls = 0;
  return {
    async server(request) {
      await moved;
      calls += 1;
      const address = `http://127.0.0.1:${ports[calls % count]}`;
      const body = await request.arrayBuffer();
      const { method, headers } = request;
      return fetch(request.url.replace(origin, address), {
        method,
        headers,
        ...(body.byteLength > 0 && { body }),
      });
    },
    moveClocks(message) {
      moved = moved.then(() =>
        Promise.all(
          children.map((child) => {
            const answer = nextMessage(child);
            child.send(message);
            return answer;
          }),
        ),
      );
    },
    async stop() {
      await Promise.all(
        children.map((child) => {
          const ended = once(child, 'exit');
          child.kill();
          return ended;
        }),
      );
    },
  };
}

async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, 'message');
  return message as T;
}
