import type { ContractIssue, Problem, ProblemType } from './types.ts';

const STATUS: Record<ProblemType, number> = {
  'wrong-credentials': 422,
  'password-too-short': 422,
  'password-too-common': 422,
  'password-unchanged': 422,
  'wrong-code': 422,
  'expired-code': 422,
  'no-sign-in': 409,
  'no-recovery': 409,
  'too-many-attempts': 429,
  'wrong-state': 422,
  'cmd-refused': 422,
  'signed-out': 401,
  'owner-mismatch': 403,
  'not-allowed': 403,
  'not-from-app': 403,
  'not-found': 404,
  validation: 422,
  'key-reused': 422,
  'still-running': 409,
  'id-taken': 409,
  'upload-missing': 422,
  'already-submitted': 409,
  'draft-changed': 412,
  'state-forbids': 409,
  'too-large': 413,
  'wrong-content-type': 415,
  'offset-mismatch': 409,
  'checksum-mismatch': 460,
  'wrong-tus-version': 412,
  'upload-gone': 410,
  'upload-locked': 423,
  'cursor-gone': 410,
  'quota-reached': 422,
  'day-limit-reached': 429,
  'too-many-at-once': 429,
  unavailable: 503,
};

const SECOND_MS = 1000;

/** The time after which a caller that found no room, or a missing service, may call again. */
export const SOON_S = 2;

type ProblemExtras = Omit<Problem, 'type' | 'status'>;

/** Makes the answer to a refused call. Thrown in a transaction, it undoes the transaction and becomes the answer; returned, it leaves the writes in place. */
export function problem(type: ProblemType, extras: ProblemExtras = {}, headers: HeadersInit = {}): Response {
  const status = STATUS[type];
  const body: Problem = { type, status, ...extras };
  const answer = new Response(JSON.stringify(body), { status, headers });
  // The constructor would first add its own type for a text.
  answer.headers.set('Content-Type', 'application/problem+json');
  if (type === 'unavailable') answer.headers.set('Retry-After', String(SOON_S));
  return answer;
}

export function refuse(issues: readonly ContractIssue[]): Response {
  return problem('validation', { issues: [...issues] });
}

/** Refuses what the app would never send; such a caller needs no more than a code. */
export function malformed(): Response {
  return refuse([{ field: 'other', code: 'malformed' }]);
}

/** Returns the answer to a HEAD call, which carries no body. */
export function withoutBody(answer: Response): Response {
  return new Response(null, { status: answer.status, headers: answer.headers });
}

/** Both instants are in ms. */
export function tooManyAttempts(untilMs: number, nowMs: number): Response {
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / SECOND_MS));
  const retryAt = new Date(untilMs).toISOString();
  return problem('too-many-attempts', { retryAt }, { 'Retry-After': String(seconds) });
}

/** Refuses a caller that has as much open as is allowed, or comes while the server does as much as it can. */
export function tooManyAtOnce(): Response {
  return problem('too-many-at-once', {}, { 'Retry-After': String(SOON_S) });
}
