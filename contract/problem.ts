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

/** After which whoever had no room, or asked for what was away, may ask again. */
export const SOON_S = 2;

type ProblemExtras = Omit<Problem, 'type' | 'status'>;

/** Thrown in a transaction, it undoes it and becomes the answer; returned, what was done stays. */
export function problem(type: ProblemType, extras: ProblemExtras = {}, headers: HeadersInit = {}): Response {
  const status = STATUS[type];
  const body: Problem = { type, status, ...extras };
  const answer = new Response(JSON.stringify(body), { status, headers });
  // Not by the constructor, which would add its own type for a text first.
  answer.headers.set('Content-Type', 'application/problem+json');
  if (type === 'unavailable') answer.headers.set('Retry-After', String(SOON_S));
  return answer;
}

export function refuse(issues: readonly ContractIssue[]): Response {
  return problem('validation', { issues: [...issues] });
}

/** What no app of ours would send; a code is all that it needs. */
export function malformed(): Response {
  return refuse([{ field: 'other', code: 'malformed' }]);
}

/** HEAD answers carry no body. */
export function withoutBody(answer: Response): Response {
  return new Response(null, { status: answer.status });
}

/** Instants in ms. */
export function tooManyAttempts(untilMs: number, nowMs: number): Response {
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / SECOND_MS));
  const retryAt = new Date(untilMs).toISOString();
  return problem('too-many-attempts', { retryAt }, { 'Retry-After': String(seconds) });
}

/** To whoever has as much open as one may, or comes while as much is being done as can be. */
export function tooManyAtOnce(): Response {
  return problem('too-many-at-once', {}, { 'Retry-After': String(SOON_S) });
}
