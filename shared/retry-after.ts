/** Reads `Retry-After` (seconds or a date) in ms; null where it is neither, 0 for a date in the past. Each caller sets its own longest wait. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (!header?.trim()) return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  if (Number.isNaN(ms)) return null;
  return Math.max(ms, 0);
}
