import type { Client } from 'openapi-fetch';
import type { paths } from '../../contract/openapi.gen.ts';
import type { Answers } from '../../contract/schemas/answers.ts';
import { API_BASE_PATH, type Server } from '../../contract/server.ts';
import type { Problem, ProblemType } from '../../contract/types.ts';
import { readRetryAfter } from '../../shared/retry-after.ts';

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

type ContractFetch = Pick<Client<paths>, 'GET' | 'PUT' | 'POST' | 'DELETE'>;

interface Init {
  params?: {
    path?: Record<string, string>;
    query?: Record<string, string | number | boolean>;
    header?: HeadersInit;
  };
  body?: unknown;
}

function fillPath(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function buildRequest(base: string, method: string, path: string, init: Init): Request {
  const { params = {}, body } = init;
  const query = new URLSearchParams(
    Object.entries(params.query ?? {}).map(([name, value]) => [name, String(value)]),
  ).toString();
  const headers = new Headers(params.header);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return new Request(`${base}${fillPath(path, params.path)}${query && `?${query}`}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** Gives a fetch of our own the types of openapi-fetch: calls are checked against the contract, without the library's 6 kB of conveniences. */
export function createContractFetch(base: string, server: Server): ContractFetch {
  const method =
    (name: string) =>
    async (path: string, init: Init = {}) => {
      const response = await server(buildRequest(base, name, path, init));
      const isRead = response.ok && response.status !== 204;
      return { data: isRead ? await response.json() : undefined, response };
    };
  const methods = { GET: method('GET'), PUT: method('PUT'), POST: method('POST'), DELETE: method('DELETE') };
  // Only here are the contract's types promised instead of proved; the contract suite and the tests of sync prove them at run time.
  return methods as ContractFetch;
}

/**
 * What became of a call; no caller reads an HTTP code. `signedOut` also means that somebody else is signed in; an entry of the outbox then waits for
 * its owner. A problem as the cause means that the server is there but cannot do it yet, such as `too-many-at-once`.
 */
export type Outcome<T> =
  | { kind: 'accepted'; value: T }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'signedOut' }
  | {
      kind: 'unreachable';
      cause: 'network' | 'server' | ProblemType;
      retryAfterMs: number | null;
    };

/** The server is away, or something else answers in its place. */
export const SERVER_AWAY = { kind: 'unreachable', cause: 'server', retryAfterMs: null } as const;
/** `fetch` has rejected (no network, a cut answer, a time-out): nobody knows whether the call arrived. */
export const NETWORK_AWAY = { kind: 'unreachable', cause: 'network', retryAfterMs: null } as const;

/** Codes with which the server says "later", not "no". */
const LATER = new Set([408, 423, 425, 429]);
const SIGNED_OUT = new Set<ProblemType | undefined>(['signed-out', 'owner-mismatch']);

/** The body of an answer, which may be anything. */
type Body = { type?: unknown } | null | undefined;

function isProblem(body: Body): body is Problem {
  return typeof body?.type === 'string';
}

/** Sorts an answer that is not a success. The body of a proxy's page is ignored. */
export async function readFailure(response: Response): Promise<Outcome<never>> {
  const body: Body = await response.json().catch(() => undefined);
  const problem = isProblem(body) ? body : undefined;
  const type = problem?.type;
  const { status, headers } = response;
  if (SIGNED_OUT.has(type) || status === 401) return { kind: 'signedOut' };
  const isLater = status >= 500 || status < 400 || LATER.has(status) || type === 'still-running';
  // After too many attempts the citizen is told so: nothing may be tried again by itself.
  if (!isLater || type === 'too-many-attempts')
    return { kind: 'refused', problem: problem ?? problemOfStatus(status) };
  const retryAfterMs = readRetryAfter(headers.get('Retry-After'), new Date());
  return { ...SERVER_AWAY, cause: type ?? 'server', retryAfterMs };
}

/** Returns the problem for an answer that carries none of ours, as a proxy may send. */
function problemOfStatus(status: number): Problem {
  const type = status === 413 ? 'too-large' : status === 404 ? 'not-found' : 'validation';
  return { type, status };
}
