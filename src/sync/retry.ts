const BASE_MS = 1_000;
const CAP_VISIBLE_MS = 20_000;
const CAP_HIDDEN_MS = 5 * 60_000;
/** The longest wait, also where a server's `Retry-After` asks for more. */
export const MAX_WAIT_MS = 60 * 60_000;

interface RetryInput {
  attempts: number;
  isVisible: boolean;
  retryAfterMs: number | null;
  random: () => number;
}

/** Full jitter, so that many devices do not come back at the same instant; at least what the server asked for. */
export function retryDelayMs({ attempts, isVisible, retryAfterMs, random }: RetryInput): number {
  const cap = isVisible ? CAP_VISIBLE_MS : CAP_HIDDEN_MS;
  const ceiling = Math.min(cap, BASE_MS * 2 ** Math.min(attempts, 30));
  return Math.min(Math.max(random() * ceiling, retryAfterMs ?? 0), MAX_WAIT_MS);
}
