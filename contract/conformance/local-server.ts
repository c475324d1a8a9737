import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server as NetServer } from 'node:net';
import type { Server } from '../server.ts';

/** Calls a server behind real HTTP on a port of this machine. Callers name it by its origin. */
export function serverAt(port: number, origin: string): Server {
  return async (request) => {
    const body = await request.arrayBuffer();
    const { method, headers } = request;
    const url = request.url.replace(origin, `http://127.0.0.1:${port}`);
    return fetch(url, { method, headers, ...(body.byteLength > 0 && { body }) });
  };
}

/** Closes a server, and cuts off whoever is still connected. */
export function closeServer(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Opens a server to this machine alone, and returns its port. */
export async function listenAnywhere(server: NetServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Returns a port at which nobody listened a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listenAnywhere(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}
