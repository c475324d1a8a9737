import { createServer, request } from 'node:http';
import { API_BASE_PATH } from '../../src/contract/server.ts';

/** Of a hundred calls as many are answered with an error, never arrive, or arrive and are never answered: sixty altogether. */
const SHARE_OF_EACH = 0.2;

export interface FaultyProxy {
  /** The pages come all the same. */
  setFaulty(isFaulty: boolean): void;
  stop(): Promise<void>;
}

/** One port before several, as a proxy of an institution is: each call goes to another one than the call before. */
export async function startProxy(port: number, behind: readonly number[]): Promise<FaultyProxy> {
  let calls = 0;
  let isFaulty = false;
  const http = createServer((incoming, outgoing) => {
    calls += 1;
    const { method, headers, url: path = '' } = incoming;
    const luck = isFaulty && path.startsWith(API_BASE_PATH) ? Math.random() : 1;
    if (luck < SHARE_OF_EACH) return outgoing.writeHead(503).end();
    if (luck < 2 * SHARE_OF_EACH) return incoming.destroy();
    const passedOn = request({ port: behind[calls % behind.length], method, headers, path }, (answer) => {
      if (luck < 3 * SHARE_OF_EACH) return outgoing.destroy();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passedOn.on('error', () => outgoing.destroy());
    incoming.pipe(passedOn);
  });
  await new Promise<void>((resolve) => http.listen(port, resolve));
  return {
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
