import type { Server as HttpServer } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { createStop, type StopTimes } from './stop-server.ts';

const AT_ONCE: StopTimes = { drainMs: 0, withinMs: 2000 };
const CUT_OFF = 'Ended in time, and before all was closed: something gave no answer.';

interface ListenOptions {
  onReady(): void;
  /** Called as soon as the process is asked to stop. */
  onStopping?(): void;
  /** Closes what has to be closed after the last answer. */
  onStopped?(): Promise<void>;
  onBug?(error: unknown): void;
  stopTimes?: StopTimes;
}

/** Gives up if the port is taken, before anything is begun that would disturb the process which has the port. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve) => {
    const probe = createServer();
    giveUpIfTaken(probe, port);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Listens until the process is asked to stop. */
export function listen(
  server: HttpServer,
  port: number,
  host: string,
  { onReady, onStopping, onStopped, onBug = console.error, stopTimes = AT_ONCE }: ListenOptions,
): void {
  giveUpIfTaken(server, port);
  const stop = createStop(server, stopTimes);
  async function end(): Promise<void> {
    onStopping?.();
    // The process ends even if something gives no answer, such as a database that is gone.
    setTimeout(() => giveUp(CUT_OFF), stopTimes.drainMs + stopTimes.withinMs).unref();
    await stop();
    await onStopped?.();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  server.listen(port, host, () => {
    // An error that no listener can catch, as when a file is removed while it is sent, spoils one answer and must not end the process.
    process.on('uncaughtException', onBug);
    onReady();
  });
}

export function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function giveUpIfTaken(server: NetServer, port: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL') giveUp('HOST must be an address of this machine.');
    if (error.code !== 'EADDRINUSE') throw error;
    giveUp(`Port ${port} is taken. Stop what listens there, or choose another with PORT=${port + 10}`);
  });
}
