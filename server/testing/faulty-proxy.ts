import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { closeServer, listenAnywhere, serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import type { Server } from '../../contract/server.ts';
import { drawFate } from './fate-of-call.ts';

export interface FaultyProxy {
  /** Calls the server through the proxy. */
  server: Server;
  setFaulty(isFaulty: boolean): void;
  stop(): Promise<void>;
}

/** Starts a proxy with real HTTP between an app and a server, which may also be killed. */
export async function startFaultyProxy(target: Server): Promise<FaultyProxy> {
  let isFaulty = false;
  const listener = getRequestListener(async (request, { incoming }) => {
    const fate = isFaulty ? drawFate() : 'answered';
    if (fate === 'refused') return new Response(null, { status: 503 });
    const url = request.url.replace(here, ORIGIN);
    const answer = fate === 'lost' ? null : await target(new Request(url, request)).catch(() => null);
    if (answer === null || fate === 'unanswered') incoming.destroy();
    return answer ?? new Response(null, { status: 502 });
  });
  const http = createServer(listener);
  const port = await listenAnywhere(http);
  const here = `http://127.0.0.1:${port}`;
  return {
    server: serverAt(port, ORIGIN),
    setFaulty(value) {
      isFaulty = value;
    },
    stop: () => closeServer(http),
  };
}
