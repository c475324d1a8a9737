/** The names of the error for a full device; Firefox before version 119 has its own. */
const QUOTA_NAMES = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];

/** Errors wrap each other in several ways, and a ring among them must not hang the page. */
const MAX_DEPTH = 5;

/** Whether an error says that the device is full. Dexie wraps it in an AbortError, or gives it as one failure of many. */
export function isQuotaError(error: unknown): boolean {
  return isNamed(error, QUOTA_NAMES);
}

/**
 * Ends quietly what a page does of its own accord, where its database was closed meanwhile or the device is full: `watchWrites` tells of that. Every other
 * error is a fault.
 */
export function endQuietly(error: unknown): undefined {
  if (!isNamed(error, [...QUOTA_NAMES, 'DatabaseClosedError'])) throw error;
}

/** Whether an error, or one that it wraps, has one of these names. */
export function isNamed(error: unknown, names: readonly string[]): boolean {
  return chainOf(error).some(({ name }) => name !== undefined && names.includes(name));
}

interface Troubled {
  name?: string;
  inner?: unknown;
  cause?: unknown;
  failures?: unknown;
}

function chainOf(error: unknown, depth = MAX_DEPTH): Troubled[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const troubled: Troubled = error;
  const failures = Array.isArray(troubled.failures) ? troubled.failures : [];
  const within = [troubled.inner, troubled.cause, ...failures];
  return [troubled, ...within.flatMap((inner) => chainOf(inner, depth - 1))];
}
