import { addDays } from './lisbon-date.ts';

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
