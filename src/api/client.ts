import type { Answers } from '../../contract/schemas/answers.ts';
import { API_BASE_PATH, type Server } from '../../contract/server.ts';
import { type ContractFetch, createContractFetch } from './contract-fetch.ts';
import { NETWORK_AWAY, type Outcome, readFailure, SERVER_AWAY } from './outcome.ts';

/** A call that has not been answered by then counts as unreachable; the server may still finish it. */
export const CALL_TIMEOUT_MS = 60_000;

export interface ApiClient {
  server: Server;
  /** Waits as long as it takes, for what may be long; whoever calls it says when to give up. */
  untimed: Server;
  http: ContractFetch;
  /** Where `/api/v1` and `/demo` stand. */
  origin: string;
}

/** `server` is `fetch`, or anything else of the same shape. */
export function createApiClient(origin: string, server: Server, timeoutMs = CALL_TIMEOUT_MS): ApiClient {
  const timed: Server = (request) => server(new Request(request, { signal: AbortSignal.timeout(timeoutMs) }));
  return { server: timed, untimed: server, http: createContractFetch(origin + API_BASE_PATH, timed), origin };
}

/** Says of a success whether it is what was asked for. */
type Check<T> = (value: T, response: Response) => boolean | Promise<boolean>;

/** Calls the server and sorts what comes back. A success that is not what is expected, such as a captive portal's page, is none. */
export async function call<T>(
  send: () => Promise<{ data?: T; response: Response }>,
  isExpected: Check<T>,
): Promise<Outcome<T>> {
  try {
    const { data, response } = await send();
    if (!response.ok) return readFailure(response);
    const value = data as T;
    return (await isExpected(value, response)) ? { kind: 'accepted', value } : SERVER_AWAY;
  } catch {
    return NETWORK_AWAY;
  }
}

/** For operations that answer what the contract calls so. The check comes with the first answer that needs it, never with a page. */
export function isAnswer<Name extends keyof Answers>(name: Name): Check<Answers[Name]> {
  return async (value) => (await import('../../contract/schemas/answers.ts')).isAnswer(name, value);
}

/** What is known already has been checked once. */
export function isKnown(value: unknown, known: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(known);
}

/** For operations that answer 204. */
export function isEmpty(_value: unknown, response: Response): boolean {
  return response.status === 204;
}
