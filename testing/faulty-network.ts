import type { Server } from '../contract/server.ts';

/** What can happen to a call. `killed…`: the tab dies while it waits for the call, and nothing that would have come next ever runs. */
export const NETWORK_FAULTS = [
  'none',
  'droppedBefore',
  'lostAnswer',
  'error500',
  'error503',
  'tooMany429',
  'running409',
  'portalPage',
  'cutJson',
  'killedBefore',
  'killedAfter',
] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];

export interface FaultyTab {
  server: Server;
  /** Resolves when the tab dies. */
  killed: Promise<void>;
}

/** Each call gets its own: a promise holds everything that awaits it, and one for all calls would hold every tab that ever died. */
const never = () => new Promise<never>(() => undefined);

function answer(status: number, body: string, type: string): Response {
  return new Response(body, { status, headers: { 'Content-Type': type } });
}

/** Gives a tab a network of its own: the faults befall its calls one after the other, and then every call succeeds. */
export function createFaultyTab(server: Server, faults: NetworkFault[]): FaultyTab {
  const coming = [...faults];
  let die: () => void = () => undefined;
  const killed = new Promise<void>((resolve) => {
    die = resolve;
  });

  const faulty: Server = async (request) => {
    switch (coming.shift() ?? 'none') {
      case 'none':
        return server(request);
      case 'droppedBefore':
        throw new TypeError('Failed to fetch');
      case 'lostAnswer':
        await server(request);
        throw new TypeError('Failed to fetch');
      case 'error500':
        return answer(500, '', 'text/plain');
      case 'error503':
        return answer(503, '{"type":"unavailable","status":503}', 'application/problem+json');
      case 'tooMany429':
        return answer(429, '', 'text/plain');
      case 'running409':
        return answer(409, '{"type":"still-running","status":409}', 'application/problem+json');
      case 'portalPage':
        return answer(200, '<h1>Wi-Fi</h1>', 'text/html');
      case 'cutJson':
        await server(request);
        return answer(200, '{"id":', 'application/json');
      case 'killedBefore':
        die();
        return never();
      case 'killedAfter':
        await server(request);
        die();
        return never();
    }
  };
  return { server: faulty, killed };
}
