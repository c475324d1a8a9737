/** Firefox before version 119 has a name of its own. */
const QUOTA_NAMES = ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'];
const CLOSED_NAMES = ['DatabaseClosedError', 'InvalidStateError'];
const UNAVAILABLE_NAMES = ['MissingAPIError', 'SecurityError', 'NotAllowedError'];

/** Errors wrap each other in several ways, and a ring among them must not hang the page. */
const MAX_DEPTH = 5;

/** The device is full. Dexie says it as an AbortError around it, or as one failure of many. */
export function isQuotaError(error: unknown): boolean {
  return hasName(error, QUOTA_NAMES);
}

/** The system closed the database under the page, as for *Limpar dados*, or the page did. */
export function isClosedError(error: unknown): boolean {
  return hasName(error, CLOSED_NAMES) || chainOf(error).some(isLostConnection);
}

/** An older build met a database that a newer one has changed. */
export function isOutdatedError(error: unknown): boolean {
  return hasName(error, ['VersionError']);
}

/** The browser gives no database at all, as in some private windows. */
export function isUnavailableError(error: unknown): boolean {
  return hasName(error, UNAVAILABLE_NAMES);
}

/** WebKit has no name for it, only a sentence. */
function isLostConnection({ name, message }: Troubled): boolean {
  return name === 'UnknownError' && /connection to indexed|connection.* lost/i.test(message ?? '');
}

interface Troubled {
  name?: string;
  message?: string;
  inner?: unknown;
  cause?: unknown;
  failures?: unknown;
}

function hasName(error: unknown, names: string[]): boolean {
  return chainOf(error).some(({ name }) => name !== undefined && names.includes(name));
}

function chainOf(error: unknown, depth = MAX_DEPTH): Troubled[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const troubled: Troubled = error;
  const failures = Array.isArray(troubled.failures) ? troubled.failures : [];
  const within = [troubled.inner, troubled.cause, ...failures];
  return [troubled, ...within.flatMap((inner) => chainOf(inner, depth - 1))];
}
