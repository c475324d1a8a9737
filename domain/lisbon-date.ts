const HOUR_MS = 3_600_000;

let lisbonParts: Intl.DateTimeFormat | undefined;

/** Makes the formatter at its first use: making it takes longer than all else before a page is drawn, and many pages show no day. */
function formatterOfLisbon(): Intl.DateTimeFormat {
  lisbonParts ??= new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Lisbon',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return lisbonParts;
}

/** Returns the day of an instant in Lisbon, yyyy-mm-dd. A text must carry its offset (`Z`, `+01:00`), or it is read in the device's zone. */
export function lisbonDate(instant: string | number | Date): string {
  const parts = formatterOfLisbon().formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Returns the instant at which a day begins in Lisbon, where summer time is an hour ahead of UTC. */
export function startOfLisbonDay(day: string): string {
  const midnight = Date.parse(day);
  const inSummer = new Date(midnight - HOUR_MS);
  return (lisbonDate(inSummer) === day ? inSummer : new Date(midnight)).toISOString();
}

/** Returns today by the server's clock: by a device's wrong clock a deadline would be over too early or too late. */
export function serverDay(now: Date, clockOffsetMs: number): string {
  return lisbonDate(now.getTime() + clockOffsetMs);
}

const DAY_MS = 86_400_000;

/** Adds days to a date, yyyy-mm-dd, in UTC throughout: local midnights do not exist on some days in some zones. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 Saturday. */
export function weekday(date: string): number {
  return new Date(date).getUTCDay();
}

/** Returns the days since 1 January 1970. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY_MS;
}

/** Whether a text is a day that exists, of a year with four digits. */
export function isDay(text: string): boolean {
  if (!/^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
