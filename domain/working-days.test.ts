import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay } from './add-working-days.ts';
import { workingDaysUntil } from './working-days.ts';

/** Written down by hand, so that the count below shares nothing with the code it checks. */
const MOVABLE = [
  '2025-04-18',
  '2025-06-19',
  '2026-04-03',
  '2026-06-04',
  '2027-03-26',
  '2027-05-27',
  '2028-04-14',
  '2028-06-15',
];
const FIXED = ['1/1', '4/25', '5/1', '6/10', '8/15', '10/5', '11/1', '12/1', '12/8', '12/25'];

const anyDay = fc.integer({ min: 0, max: 1350 }).map((n) => isoOf(new Date(Date.UTC(2025, 0, 1 + n))));

describe('isWorkingDay', () => {
  it.each(['2026-03-30', '2026-02-17', '2026-12-28'])('%s is one', (date) => {
    expect(isWorkingDay(date)).toBe(true);
  });

  it.each(['2026-04-03', '2026-04-04', '2026-04-05', '2026-12-08'])('%s is none', (date) => {
    expect(isWorkingDay(date)).toBe(false);
  });

  it('takes the days off that the server adds', () => {
    expect(isWorkingDay('2026-02-17', ['2026-02-17'])).toBe(false);
  });

  it('agrees with an independent calendar', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isWorkingDay(day)).toBe(isOpenByHand(day));
      }),
    );
  });
});

describe('addWorkingDays', () => {
  it('does not count the day of the event, whether it is a working day or not', () => {
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
  });

  it('moves a period of no days that ends on a Sunday to the Monday', () => {
    expect(addWorkingDays('2026-11-29', 0)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-30', 0)).toBe('2026-11-30');
  });

  it('ends on an open day with exactly that many open days after the event', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 30 }),
        fc.array(anyDay, { maxLength: 5 }),
        (day, count, extra) => {
          const end = addWorkingDays(day, count, extra);
          const opened = daysBetween(day, end).filter((d) => isOpenByHand(d) && !extra.includes(d));
          expect(opened).toHaveLength(count);
          expect(opened.at(-1)).toBe(end);
          expect(workingDaysUntil(day, end, extra)).toBe(count);
        },
      ),
    );
  });
});

describe('workingDaysUntil', () => {
  it.each([
    ['on the last day', '2026-12-10', '2026-12-10', 0],
    ['on the Friday before a Monday', '2026-12-11', '2026-12-14', 1],
    ['on the Saturday before a Monday', '2026-12-12', '2026-12-14', 1],
    ['the day after the last', '2026-12-11', '2026-12-10', -1],
    ['on the Saturday after a Friday', '2026-12-12', '2026-12-11', -1],
    ['on the Monday after a Friday', '2026-12-14', '2026-12-11', -1],
    ['two working days after', '2026-12-15', '2026-12-11', -2],
    ['between two closed days', '2026-12-13', '2026-12-12', 0],
  ])('%s', (_when, from, to, expected) => {
    expect(workingDaysUntil(from, to)).toBe(expected);
  });
});

function isOpenByHand(date: string): boolean {
  const at = new Date(`${date}T12:00:00Z`);
  if (at.getUTCDay() % 6 === 0 || MOVABLE.includes(date)) return false;
  return !FIXED.includes(`${at.getUTCMonth() + 1}/${at.getUTCDate()}`);
}

/** Lists the days after `from`, up to and including `to`. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (const at = new Date(from); isoOf(at) < to; ) {
    at.setUTCDate(at.getUTCDate() + 1);
    days.push(isoOf(at));
  }
  return days;
}

function isoOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
