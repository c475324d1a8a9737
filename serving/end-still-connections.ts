import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends a connection on which nothing has moved for `stillMs` while a body is sent or an answer is taken: what is in memory for it would stay there. A call on
 * which the server still works is waited for.
 */
export function endStillConnections(server: HttpServer, stillMs: number): void {
  const open = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>();
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    const call = { request, response };
    open.set(socket, call);
    // If a client sends two calls at once on a connection, the second begins before the first has closed.
    response.once('close', () => {
      if (open.get(socket) === call) open.delete(socket);
    });
  });
  server.setTimeout(stillMs);
  // Node counts an answer as moving while the other side takes something of it.
  server.on('timeout', (socket) => {
    const call = open.get(socket);
    const isWorkedOn = call?.request.complete && socket.writableLength === 0 && !call.response.writableEnded;
    if (isWorkedOn) socket.setTimeout(stillMs);
    else socket.destroy();
  });
}
