/** Without what this process cannot do its work for a while. */
export const NEEDED = ['database', 'mail', 'files', 'provider', 'webhook', 'push'] as const;
export type Needed = (typeof NEEDED)[number];

/**
 * What failed for want of something else. It heals without anybody who writes code: whoever asked is told to come back, and it is counted apart from
 * bugs. Its code is all of the cause that may be written down.
 */
export class Outage extends Error {
  override name = 'Outage';
  readonly of: Needed;
  readonly code: string;

  constructor(of: Needed, cause: unknown) {
    super(cause instanceof Error ? cause.message : of, { cause });
    this.of = of;
    this.code = codeOf(cause);
  }
}

/** For what is asked by HTTP: whether it was not there, or not in time. What else failed is the caller's to judge. */
export function asOutage(of: Needed, error: unknown): unknown {
  const isUnanswered = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
  const isUnreached = error instanceof TypeError && error.cause instanceof Error;
  return isUnanswered || isUnreached ? new Outage(of, error) : error;
}

/** Of the first in the chain of causes that has one. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return '';
  const { code, name, cause } = thrown as { code?: unknown } & Error;
  if (typeof code === 'string') return code;
  return cause === undefined ? name : codeOf(cause);
}
