import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends a connection on which nothing has moved for so long in the middle of a body that is sent, or of an answer that is taken: what is in memory
 * for it would stay there. A call that is still being worked on is waited for.
 */
export function endStillConnections(server: HttpServer, stillMs: number): void {
  const open = new WeakMap<Socket, { request: IncomingMessage; response: ServerResponse }>();
  server.prependListener('request', (request, response) => {
    const { socket } = request;
    const call = { request, response };
    open.set(socket, call);
    // Of two that were asked for at once, the second is there before the first has ended.
    response.once('close', () => {
      if (open.get(socket) === call) open.delete(socket);
    });
  });
  server.setTimeout(stillMs);
  // Node counts an answer of which the other side has taken something as moving.
  server.on('timeout', (socket) => {
    const call = open.get(socket);
    const isWorkedOn = call?.request.complete && socket.writableLength === 0 && !call.response.writableEnded;
    if (isWorkedOn) socket.setTimeout(stillMs);
    else socket.destroy();
  });
}
