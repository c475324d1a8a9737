/** What a process needs to do its work, and may lack for a while. */
export const NEEDED = ['database', 'mail', 'files', 'provider', 'webhook', 'push'] as const;
export type Needed = (typeof NEEDED)[number];

/**
 * A failure for want of something that the process needs. It heals without a change of code: the caller is told to come back, and it is counted apart from
 * bugs. `code` is all that may be written down of its cause. `isForGood`: it heals by no other try.
 */
export class Outage extends Error {
  override name = 'Outage';
  readonly code: string;

  constructor(
    readonly of: Needed,
    cause: unknown,
    readonly isForGood = false,
  ) {
    super(cause instanceof Error ? cause.message : of, { cause });
    this.code = codeOf(cause);
  }
}

/**
 * Turns the error of an HTTP call into an outage when the other side was not there, or not in time, also where a library has wrapped the error. Other errors are
 * the caller's to judge.
 */
export function asOutage(of: Needed, error: unknown): unknown {
  return isUnanswered(error) ? new Outage(of, error) : error;
}

function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isLate = ['TimeoutError', 'AbortError'].includes(error.name);
  const isUnreached = error instanceof TypeError && error.cause instanceof Error;
  return isLate || isUnreached || isUnanswered(error.cause);
}

/** Returns the code of the first error in the chain of causes that has one, or else the name of the last. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  const { code, name, cause } = thrown as { code?: unknown } & Error;
  if (typeof code === 'string') return code;
  return cause === undefined ? name : codeOf(cause);
}
