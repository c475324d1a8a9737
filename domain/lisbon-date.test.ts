import { afterEach, describe, expect, it } from 'vitest';
import { lisbonDate } from './lisbon-date.ts';

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
    });
  },
);

it('treats an instant that is none as a bug', () => {
  expect(() => lisbonDate('yesterday')).toThrow(RangeError);
});
