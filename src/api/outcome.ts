import type { Problem, ProblemType } from '../../contract/types.ts';
import { readRetryAfter } from '../../shared/retry-after.ts';

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
