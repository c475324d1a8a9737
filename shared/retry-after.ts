/** Reads `Retry-After`, seconds or a date, in ms; null where it says neither. A time that is over is now. How long anybody waits is for whoever waits to say. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (!header?.trim()) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  if (Number.isNaN(ms)) return null;
  return Math.max(ms, 0);
}
