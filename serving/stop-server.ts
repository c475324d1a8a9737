import type { Server as HttpServer, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface StopTimes {
  /** The time for which calls are still taken, until those who send them have learned to send no more. */
  drainMs: number;
  /** The time after that in which everything ends. Answers that are on their way are cut off a little before. */
  withinMs: number;
}

/** The time that is left for what is closed after the last answer. */
const CLOSING_MS = 2000;

/**
 * Makes the function that stops a server; it has to be made before the first call. The stop takes no new connection after the draining, and waits for all
 * answers. From its beginning each answer says that its connection ends with it: a connection closed in silence would lose the call that a client is just
 * sending.
 */
export function createStop(server: HttpServer, { drainMs, withinMs }: StopTimes): () => Promise<void> {
  const open = new Set<ServerResponse>();
  let isStopping = false;
  server.prependListener('request', (_request, response) => {
    if (isStopping) endConnection(response);
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      if (isStopping && !server.listening) server.closeIdleConnections();
    });
  });
  return async () => {
    isStopping = true;
    open.forEach(endConnection);
    await wait(drainMs);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      const answersMs = Math.max(withinMs - CLOSING_MS, withinMs / 2);
      setTimeout(() => server.closeAllConnections(), answersMs).unref();
    });
  };
}

function endConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
