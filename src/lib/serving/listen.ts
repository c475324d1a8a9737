import type { Server as HttpServer } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';

/** For answers that are on their way when the process is asked to stop. */
const STOP_WITHIN_MS = 2000;

export interface ListenOptions {
  onReady(): void;
  /** What has to be closed after the last answer. */
  onStopped?(): Promise<void>;
}

/** Before anything else is begun that the process which has the port would notice. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve) => {
    const probe = createServer();
    giveUpIfTaken(probe, port);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Until the process is asked to stop. */
export function listen(
  server: HttpServer,
  port: number,
  host: string,
  { onReady, onStopped = async () => {} }: ListenOptions,
): void {
  giveUpIfTaken(server, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(server, onStopped));
  server.listen(port, host, () => {
    // What no listener can catch, such as a file that goes while it is being sent, is one person's answer and not the service.
    process.on('uncaughtException', (error) => console.error(error));
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

function stop(server: HttpServer, onStopped: () => Promise<void>): void {
  server.close(() => onStopped().then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
}
