import { expect, it } from 'vitest';
import { lastDayAfter } from './last-day.ts';

it.each([
  ['on a Wednesday', '2026-11-25T10:00:00Z', '2027-05-25'],
  ['so that the day is a Sunday, can reply on Monday', '2026-11-30T10:00:00Z', '2027-05-31'],
  ['so that the day is a Saturday, can reply on Monday', '2026-11-29T12:00:00Z', '2027-05-31'],
  ['so that the day is the first of May, a Saturday too', '2026-11-01T10:00:00Z', '2027-05-03'],
  ['so that the day is Christmas', '2026-06-25T10:00:00Z', '2026-12-28'],
  ['on 31 August: February has no such day, and ends on a Sunday', '2026-08-31T10:00:00Z', '2027-03-01'],
  ['on 31 August before a leap year', '2027-08-31T10:00:00Z', '2028-02-29'],
  ['on 31 May: November has no such day', '2027-05-31T10:00:00Z', '2027-11-30'],
  [
    'just before midnight in UTC, which is the last of August in Lisbon',
    '2027-08-30T23:30:00Z',
    '2028-02-29',
  ],
  ['in the last days of a year', '2026-12-31T10:00:00Z', '2027-06-30'],
])('a citizen who is asked %s', (_, askedAt, lastDay) => {
  expect(lastDayAfter(askedAt, [])).toBe(lastDay);
});

it('a citizen whose last day is one on which this office is closed can reply on the next', () => {
  expect(lastDayAfter('2026-11-25T10:00:00Z', ['2027-05-25'])).toBe('2027-05-26');
});
