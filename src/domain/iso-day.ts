const DAY_MS = 86_400_000;

/** Calendar arithmetic on yyyy-mm-dd, in UTC throughout: local midnights do not exist on some days in some zones. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay();
}

/** Days since 1 January 1970. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}
