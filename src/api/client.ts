import type { Answers } from '../../contract/schemas/answers.ts';
import { API_BASE_PATH, type Server } from '../../contract/server.ts';
import { type ContractFetch, createContractFetch } from './contract-fetch.ts';
import { NETWORK_AWAY, type Outcome, readFailure, SERVER_AWAY } from './outcome.ts';

/** A call that has not been answered within this time counts as unreachable; the server may still finish it. */
export const CALL_TIMEOUT_MS = 60_000;

export interface ApiClient {
  server: Server;
  /** The server without a time limit, for long transfers; the caller decides when to give up. */
  untimed: Server;
  http: ContractFetch;
  /** The address below which `/api/v1` and `/demo` stand. */
  origin: string;
  /** Tells the server of a sign-out that it has not heard of. It resolves to false where the server still knows the citizen. */
  signOutFirst?: () => Promise<boolean>;
}

/** `server` is `fetch`, or anything else of the same shape. */
export function createApiClient(origin: string, server: Server, timeoutMs = CALL_TIMEOUT_MS): ApiClient {
  const timed: Server = (request) => server(new Request(request, { signal: AbortSignal.timeout(timeoutMs) }));
  return { server: timed, untimed: server, http: createContractFetch(origin + API_BASE_PATH, timed), origin };
}

/** Returns whether a success has the content that the call expects. */
type Check<T> = (value: T, response: Response) => boolean | Promise<boolean>;

/** Sorts the server's answer to a call. A success with other content, such as a captive portal's page, counts as unreachable. */
export async function call<T>(
  answer: Promise<{ data?: T; response: Response }>,
  isExpected: Check<T>,
): Promise<Outcome<T>> {
  try {
    const { data, response } = await answer;
    if (!response.ok) return readFailure(response);
    const value = data as T;
    return (await isExpected(value, response)) ? { kind: 'accepted', value } : SERVER_AWAY;
  } catch {
    return NETWORK_AWAY;
  }
}

/** Checks an answer against the contract's schema of that name. The schemas are loaded with the first answer that needs them. */
export function isAnswer<Name extends keyof Answers>(name: Name): Check<Answers[Name]> {
  return async (value) => {
    const schemas = await import('../../contract/schemas/answers.ts');
    return schemas.isAnswer(name, value);
  };
}

/** Returns whether an answer equals one that was checked before. */
export function isKnown(value: unknown, known: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(known);
}

/** Checks an answer without content, 204. */
export function isEmpty(_value: unknown, response: Response): boolean {
  return response.status === 204;
}
