import { addDays, dayNumber, weekday } from './lisbon-date.ts';

/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** What is needed to count working days from today. */
export interface Calendar {
  /** The day in Lisbon by the server's clock, yyyy-mm-dd. */
  today: string;
  extraHolidays: readonly string[];
}

/** Counts the working days after `from` up to and including `to`. Negative when `from` is past `to`, as the Saturday after a Friday's deadline is. */
export function workingDaysUntil(from: string, to: string, extraHolidays: readonly string[] = []): number {
  if (from <= to) return countWorkingDays(addDays(from, 1), addDays(to, 1), extraHolidays);
  const over = countWorkingDays(to, from, extraHolidays);
  return over === 0 ? 0 : -over;
}

/** Counts the working days from `start` up to `end`, without `end`. Calculates with day numbers, since a list counts thousands of days before it is drawn. */
function countWorkingDays(start: string, end: string, extraHolidays: readonly string[]): number {
  const last = dayNumber(end);
  let count = 0;
  for (let day = dayNumber(start); day < last; day += 1) {
    const weekdayOfDay = (day + FIRST_WEEKDAY) % 7;
    if (weekdayOfDay !== 0 && weekdayOfDay !== 6) count += 1;
  }
  return count - countWorkingHolidays(start, end, extraHolidays);
}

/** Counts the holidays between Monday and Friday. */
function countWorkingHolidays(start: string, end: string, extraHolidays: readonly string[]): number {
  const holidays = new Set(extraHolidays);
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    for (const holiday of holidaysOf(year)) holidays.add(holiday);
  }
  let count = 0;
  for (const holiday of holidays) {
    const isWithin = holiday >= start && holiday < end;
    if (isWithin && weekday(holiday) !== 0 && weekday(holiday) !== 6) count += 1;
  }
  return count;
}

const holidaysByYear = new Map<number, ReadonlySet<string>>();

/** Returns the holidays of a year. They are kept, since a list of a thousand requests asks for the same two or three years. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const holidays = new Set(nationalHolidays(year));
  holidaysByYear.set(year, holidays);
  return holidays;
}

const FIXED_HOLIDAYS = [
  '01-01',
  '04-25',
  '05-01',
  '06-10',
  '08-15',
  '10-05',
  '11-01',
  '12-01',
  '12-08',
  '12-25',
];
const GOOD_FRIDAY_OFFSET_DAYS = -2;
const CORPUS_CHRISTI_OFFSET_DAYS = 60;

/** Returns the thirteen national holidays, in order. Carnival, regional and municipal days are configuration. */
export function nationalHolidays(year: number): string[] {
  const easter = easterSunday(year);
  return [
    ...FIXED_HOLIDAYS.map((monthAndDay) => `${year}-${monthAndDay}`),
    addDays(easter, GOOD_FRIDAY_OFFSET_DAYS),
    easter,
    addDays(easter, CORPUS_CHRISTI_OFFSET_DAYS),
  ].sort();
}

/** Computes Easter by the Gregorian computus in Meeus's form; the letters are his, since the intermediate values have no other names. */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const daysAfterMarch1 = h + l - 7 * m + 21;
  return addDays(`${year}-03-01`, daysAfterMarch1);
}
