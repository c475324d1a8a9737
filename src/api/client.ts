import { API_BASE_PATH, type Server } from '../contract/server.ts';
import { type ContractFetch, createContractFetch } from './contract-fetch.ts';
import { type Outcome, sortFailure } from './outcome.ts';

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

interface FetchResult<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * Calls the server and sorts what comes back. A success that is not the JSON expected, such as a captive portal's page, counts as
 * unreachable, and so does a call cut off half-way.
 */
export async function call<T>(
  send: () => Promise<FetchResult<T>>,
  isExpected: (value: T, response: Response) => boolean = isJson,
): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await send();
    if (!response.ok) return sortFailure(response, error, new Date());
    const value = data as T;
    if (isExpected(value, response)) return { kind: 'accepted', value };
    return { kind: 'unreachable', cause: 'server', retryAfterMs: null };
  } catch {
    // Whatever fetch rejects with (no network, a cut answer, a time-out) means the same to us: nobody knows whether it arrived.
    return { kind: 'unreachable', cause: 'network', retryAfterMs: null };
  }
}

function isJson(value: unknown, response: Response): boolean {
  const type = response.headers.get('Content-Type') ?? '';
  return type.startsWith('application/json') && typeof value === 'object' && value !== null;
}

/** For operations that answer 204. */
export function isEmpty(_value: unknown, response: Response): boolean {
  return response.status === 204;
}
