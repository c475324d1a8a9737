import { getResponse } from 'msw';
import { isFromApp } from '../contract/from-app.ts';
import { problem, withoutBody } from '../contract/problem.ts';
import type { Server } from '../contract/server.ts';
import { isPlainPath } from '../shared/plain-path.ts';
import { type Clock, createBackend } from './backend.ts';
import { type FaultTools, faultsOf, withFaults } from './faults.ts';
import { changeHandlers } from './handlers/changes.ts';
import { demoHandlers } from './handlers/demo.ts';
import { draftHandlers } from './handlers/drafts.ts';
import { messageHandlers } from './handlers/messages.ts';
import { mySessionHandlers } from './handlers/my-sessions.ts';
import { referenceHandlers } from './handlers/reference.ts';
import { requestHandlers } from './handlers/requests.ts';
import { sessionHandlers } from './handlers/session.ts';
import { statusHandlers } from './handlers/status.ts';
import { uploadHandlers } from './handlers/uploads.ts';
import type { Store } from './store.ts';

export interface MockServerOptions extends Partial<FaultTools> {
  /** Called with an exception in a handler, which is answered with 500. */
  onBug?: (error: unknown) => void;
}

/** Makes the pretend server as a function that takes the place of `fetch`: the same in the page, in tests and behind real HTTP. */
export function createMockServer(store: Store, clock: Clock, options: MockServerOptions = {}): Server {
  const { random = Math.random, wait = waitForReal, onBug = () => {} } = options;
  const backend = createBackend(store, clock);
  const handlers = [
    ...sessionHandlers(backend),
    ...mySessionHandlers(backend),
    ...referenceHandlers(backend),
    ...draftHandlers(backend),
    ...uploadHandlers(backend),
    ...requestHandlers(backend),
    ...statusHandlers(backend),
    ...messageHandlers(backend),
    ...changeHandlers(backend),
    ...demoHandlers(backend),
  ];
  async function answer(request: Request): Promise<Response> {
    if (!isFromApp(request)) return refuse(request, problem('not-from-app'));
    if (!isPlainPath(new URL(request.url).pathname)) return refuse(request, problem('not-found'));
    try {
      // Each handler reads the address and the cookies anew, so only those of the method are asked.
      const asked = handlers.filter(({ info }) => info.method === request.method);
      return (await getResponse(asked, request)) ?? refuse(request, problem('not-found'));
    } catch (error) {
      onBug(error);
      return new Response(null, { status: 500 });
    }
  }
  return untilAborted(withFaults(answer, faultsOf(backend), { random, wait }));
}

function refuse({ method }: Request, answer: Response): Response {
  return method === 'HEAD' ? withoutBody(answer) : answer;
}

function waitForReal(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Rejects at once when the call is aborted, as `fetch` does, while the server may still finish. */
function untilAborted(server: Server): Server {
  return (request) =>
    new Promise((resolve, reject) => {
      const { signal } = request;
      const giveUp = () => reject(signal.reason);
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      server(request)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', giveUp));
    });
}
