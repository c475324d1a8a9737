import type { Server } from '../../contract/server.ts';

/** Calls a server behind real HTTP on a port of this machine. Callers name it by its origin. */
export function serverAt(port: number, origin: string): Server {
  return async (request) => {
    const body = await request.arrayBuffer();
    const { method, headers } = request;
    const url = request.url.replace(origin, `http://127.0.0.1:${port}`);
    return fetch(url, { method, headers, ...(body.byteLength > 0 && { body }) });
  };
}
