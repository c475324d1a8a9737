import { afterEach, describe, expect, it } from 'vitest';
import { isDay, lisbonDate, startOfLisbonDay } from './lisbon-date.ts';

const deviceZone = process.env.TZ;

afterEach(() => {
  if (deviceZone === undefined) delete process.env.TZ;
  else process.env.TZ = deviceZone;
});

const INSTANTS = [
  ['2026-01-15T23:59:59Z', '2026-01-15'],
  ['2026-01-16T00:00:00Z', '2026-01-16'],
  // Summer time: Lisbon is one hour ahead of UTC.
  ['2026-07-15T22:59:59Z', '2026-07-15'],
  ['2026-07-15T23:00:00Z', '2026-07-16'],
  ['2026-12-31T23:30:00-02:00', '2027-01-01'],
] as const;

describe.each(['Pacific/Honolulu', 'Pacific/Kiritimati', 'Europe/Lisbon', 'UTC'])(
  'on a device in %s',
  (zone) => {
    it.each(INSTANTS)('%s is %s in Lisbon', (instant, date) => {
      process.env.TZ = zone;
      expect(lisbonDate(instant)).toBe(date);
      expect(lisbonDate(new Date(instant))).toBe(date);
      expect(lisbonDate(Date.parse(instant))).toBe(date);
    });
  },
);

it('treats an instant that is none as a bug', () => {
  expect(() => lisbonDate('yesterday')).toThrow(RangeError);
});

it.each([
  ['2026-01-15', '2026-01-15T00:00:00.000Z'],
  ['2026-07-15', '2026-07-14T23:00:00.000Z'],
  // The nights in which summer begins and ends.
  ['2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['2026-10-25', '2026-10-24T23:00:00.000Z'],
])('%s begins at %s', (day, instant) => {
  expect(startOfLisbonDay(day)).toBe(instant);
});

it('what no calendar has is no day', () => {
  expect(['2026-02-28', '2028-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-31', '2026-2-3', '0000-01-01', '', '2026-02-28T00:00', '+012026-01-01'].some(isDay)).toBe(
    false,
  );
});
