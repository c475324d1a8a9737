import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../domain/lisbon-date.ts';
import { workingDaysUntil } from '../../domain/working-days.ts';
import { numberWorkingDays } from './count-figures.ts';

const FIRST = '2026-03-02';
const LAST = '2027-01-31';
const DAYS = 336;
const day = fc.integer({ min: 0, max: DAYS - 1 }).map((nth) => addDays(FIRST, nth));

it('between two days lie as many working days as by the rules of deadlines, whatever days the office is closed on besides', () => {
  fc.assert(
    fc.property(day, day, fc.array(day, { maxLength: 4 }), (one, other, extraHolidays) => {
      const [from, to] = [one, other].toSorted() as [string, string];
      const { days, numbers } = numberWorkingDays(FIRST, LAST, extraHolidays);
      const numberOf = (sought: string) => numbers[days.indexOf(sought)] ?? Number.NaN;
      expect(numberOf(to) - numberOf(from)).toBe(workingDaysUntil(from, to, extraHolidays));
    }),
    { numRuns: 200 },
  );
});
