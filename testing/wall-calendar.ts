/**
 * Portuguese working days as they stand on a printed calendar: months by their lengths, weekdays by turns of seven, holidays and the
 * changes of the clock copied by hand. It shares nothing with the rules that it checks, not even `Date`.
 */
const HOLIDAYS = [
  ['2025', '01-01 04-18 04-20 04-25 05-01 06-10 06-19 08-15 10-05 11-01 12-01 12-08 12-25'],
  ['2026', '01-01 04-03 04-05 04-25 05-01 06-04 06-10 08-15 10-05 11-01 12-01 12-08 12-25'],
  ['2027', '01-01 03-26 03-28 04-25 05-01 05-27 06-10 08-15 10-05 11-01 12-01 12-08 12-25'],
  ['2028', '01-01 04-14 04-16 04-25 05-01 06-10 06-15 08-15 10-05 11-01 12-01 12-08 12-25'],
  ['2029', '01-01'],
] as const;
const LEAP_YEAR = '2028';
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** 2025 began on a Wednesday. */
const FIRST_WEEKDAY = 3;

/** In Lisbon an hour is added from 01:00 UTC of the first day until 01:00 UTC of the second. */
const SUMMER_TIME = [
  ['2025-03-30', '2025-10-26'],
  ['2026-03-29', '2026-10-25'],
  ['2027-03-28', '2027-10-31'],
  ['2028-03-26', '2028-10-29'],
] as const;

/** Every day from 2025 to 2029, in order. */
export const CALENDAR: readonly string[] = HOLIDAYS.flatMap(([year]) =>
  MONTH_DAYS.flatMap((length, month) => {
    const days = year === LEAP_YEAR && month === 1 ? length + 1 : length;
    return Array.from({ length: days }, (_, day) => `${year}-${twoDigits(month + 1)}-${twoDigits(day + 1)}`);
  }),
);

const CLOSED = new Set(HOLIDAYS.flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)));

const OPEN_DAYS = CALENDAR.filter(
  (day, index) => ![0, 6].includes((FIRST_WEEKDAY + index) % 7) && !CLOSED.has(day),
);

/** Returns the open days after `from`, without the server's extra holidays. */
export function openDaysAfter(from: string, extraHolidays: readonly string[] = []): string[] {
  return OPEN_DAYS.filter((day) => day > from && !extraHolidays.includes(day));
}

/** Returns the day in Lisbon at a minute of a day in UTC. */
export function lisbonDayByHand(dayIndex: number, minute: number): string {
  const day = CALENDAR[dayIndex] ?? '';
  const moment = `${day}T${clock(minute)}`;
  const isSummer = SUMMER_TIME.some(([from, to]) => moment >= `${from}T01:00` && moment < `${to}T01:00`);
  return isSummer && minute >= 23 * 60 ? (CALENDAR[dayIndex + 1] ?? '') : day;
}

export function instantByHand(dayIndex: number, minute: number): string {
  return `${CALENDAR[dayIndex]}T${clock(minute)}:00.000Z`;
}

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
