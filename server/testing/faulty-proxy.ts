import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Server } from '../../src/contract/server.ts';

/** Of a hundred calls as many are answered with an error, never arrive, or arrive and are never answered: sixty altogether. */
const SHARE_OF_EACH = 0.2;

export interface FaultyProxy {
  /** As whoever is behind it calls the server. */
  server: Server;
  setFaulty(isFaulty: boolean): void;
  stop(): Promise<void>;
}

/** Real HTTP between an app that asks `origin` and a server, which may also be killed. */
export async function startFaultyProxy(target: Server, origin: string): Promise<FaultyProxy> {
  let isFaulty = false;
  const listener = getRequestListener(async (request, { incoming }) => {
    const luck = isFaulty ? Math.random() : 1;
    if (luck < SHARE_OF_EACH) return new Response(null, { status: 503 });
    const url = request.url.replace(here, origin);
    const answer =
      luck < 2 * SHARE_OF_EACH ? null : await target(new Request(url, request)).catch(() => null);
    if (answer === null || luck < 3 * SHARE_OF_EACH) incoming.destroy();
    return answer ?? new Response(null, { status: 502 });
  });
  const http = createServer(listener);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const here = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return {
    async server(request) {
      const { method, headers } = request;
      const body = await request.arrayBuffer();
      return fetch(request.url.replace(origin, here), {
        method,
        headers,
        ...(body.byteLength > 0 && { body }),
      });
    },
    setFaulty(value) {
      isFaulty = value;
    },
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
