import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday, nationalHolidays } from './working-days.ts';

describe('easterSunday', () => {
  it.each([
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
  ])('%d: %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('is the first Sunday after the church full moon, by tables of the century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        expect(easterSunday(year)).toBe(easterByGauss(year));
      }),
    );
  });
});

describe('nationalHolidays', () => {
  it('lists the thirteen of 2026', () => {
    expect(nationalHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-25',
      '2026-05-01',
      '2026-06-04',
      '2026-06-10',
      '2026-08-15',
      '2026-10-05',
      '2026-11-01',
      '2026-12-01',
      '2026-12-08',
      '2026-12-25',
    ]);
  });

  it.each(['2025-06-19', '2026-06-04', '2027-05-27', '2028-06-15'])('has Corpus Christi on %s', (date) => {
    expect(nationalHolidays(Number(date.slice(0, 4)))).toContain(date);
  });
});

/** Gauss's rule with the constants of 1900-2199, as an independent count. */
function easterByGauss(year: number): string {
  const [m, n] = year < 2100 ? [24, 5] : [24, 6];
  const d = (19 * (year % 19) + m) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
  let march = 22 + d + e;
  if (march === 57 || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19)) march -= 7;
  return new Date(Date.UTC(year, 2, march)).toISOString().slice(0, 10);
}
