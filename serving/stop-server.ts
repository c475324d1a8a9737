import type { Server as HttpServer, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export interface StopTimes {
  /** So long calls are still taken, until those who send them have heard that they should send no more. */
  drainMs: number;
  /** Then all has ended. Answers that are on their way are cut off a little before. */
  withinMs: number;
}

/** For what is closed after the last answer. */
const CLOSING_MS = 2000;

/**
 * Given at the start, used at the end: takes no new connection and waits for all answers. From then on each answer says that its connection
 * ends with it: one that was closed in silence would take with it the call that somebody was just sending.
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
