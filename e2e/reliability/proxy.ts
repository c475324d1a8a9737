import { createServer, request } from 'node:http';
import { closeServer } from '../../contract/conformance/local-server.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import { drawFate } from '../../server/testing/fate-of-call.ts';

export interface FaultyProxy {
  /** Makes calls of the API fail at random; pages still come. */
  setFaulty(isFaulty: boolean): void;
  stop(): Promise<void>;
}

/** Starts a proxy before several servers, as an institution has one: each call goes to another server than the call before. */
export async function startProxy(port: number, behind: readonly number[]): Promise<FaultyProxy> {
  let calls = 0;
  let isFaulty = false;
  const http = createServer((incoming, outgoing) => {
    calls += 1;
    const { method, headers, url: path = '' } = incoming;
    const fate = isFaulty && path.startsWith(API_BASE_PATH) ? drawFate() : 'answered';
    if (fate === 'refused') return outgoing.writeHead(503).end();
    if (fate === 'lost') return incoming.destroy();
    const passedOn = request({ port: behind[calls % behind.length], method, headers, path }, (answer) => {
      if (fate === 'unanswered') return outgoing.destroy();
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
    stop: () => closeServer(http),
  };
}
