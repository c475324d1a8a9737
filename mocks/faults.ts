import { problem } from '../contract/problem.ts';
import type { Server } from '../contract/server.ts';
import type { Backend } from './backend.ts';
import type { Faults } from './tables.ts';

/** Chance and waiting are parameters, so that tests neither roll dice nor sleep. */
export interface FaultTools {
  random(): number;
  wait(ms: number): Promise<void>;
}

/** Makes the error with which `fetch` rejects when there is no answer. */
export function networkError(): TypeError {
  return new TypeError('Failed to fetch');
}

/**
 * Puts a bad network around a server: calls are slow, fail, never arrive, or, worst of all, take effect while the answer is lost. `/demo` is exempt, or
 * nobody could switch the faults off.
 */
export function withFaults(server: Server, readFaults: () => Promise<Faults>, tools: FaultTools): Server {
  return async (request) => {
    if (isDemo(request)) return server(request);
    const faults = await readFaults();
    if (faults.latencyMs > 0) await tools.wait(faults.latencyMs);
    if (faults.offline || tools.random() < faults.dropRate) throw networkError();
    if (tools.random() < faults.errorRate) return problem('unavailable');
    const isAnswerLost = tools.random() < faults.lostAnswerRate;
    const answer = await server(request);
    if (isAnswerLost) throw networkError();
    return answer;
  };
}

export function isDemo(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname === '/demo' || pathname.startsWith('/demo/');
}

export function faultsOf(backend: Backend): () => Promise<Faults> {
  return () => backend.run(async ({ world }) => world.faults);
}
