const BASE_MS = 1_000;
const CAP_VISIBLE_MS = 20_000;
const CAP_HIDDEN_MS = 5 * 60_000;
/** The longest wait, also where the server's `Retry-After` asks for more. Only a day's limit may take longer: the server itself says when it ends. */
export const MAX_WAIT_MS = 60 * 60_000;
/** A random addition up to this, so that not all devices that wait for the next day come in its first second. */
const SPREAD_MS = 10 * 60_000;
/** The longest day, that on which clocks are set back. */
const LONGEST_DAY_MS = 25 * 60 * 60_000;
export const DAY_MAX_WAIT_MS = LONGEST_DAY_MS + SPREAD_MS;

interface RetryInput {
  attempts: number;
  isVisible: boolean;
  retryAfterMs: number | null;
  random: () => number;
}

/** Returns a random wait (full jitter), so that many devices do not come back at the same instant, but at least what the server asked for. */
export function retryDelayMs({ attempts, isVisible, retryAfterMs, random }: RetryInput): number {
  const cap = isVisible ? CAP_VISIBLE_MS : CAP_HIDDEN_MS;
  const ceiling = Math.min(cap, BASE_MS * 2 ** attempts);
  return Math.min(Math.max(random() * ceiling, retryAfterMs ?? 0), MAX_WAIT_MS);
}

export function untilTomorrowMs({
  retryAfterMs,
  random,
}: Pick<RetryInput, 'retryAfterMs' | 'random'>): number {
  return Math.min(retryAfterMs ?? MAX_WAIT_MS, LONGEST_DAY_MS) + random() * SPREAD_MS;
}
