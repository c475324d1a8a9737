import { expect, it } from 'vitest';
import { formatDateTime, formatDay } from '../shared/format-date.ts';
import { dueOn } from './deadlines.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { lisbonDate, serverDay } from './lisbon-date.ts';

// `vitest.config.ts` runs these tests in time zones far from Lisbon too.
it('the day that is counted and the day that is shown are those of Lisbon', () => {
  // In Auckland it is the 28th already, in Los Angeles still the 27th.
  const receivedAt = '2026-11-27T17:30:00Z';
  const due = dueOn(receivedAt, 'information', DEFAULT_LIMITS);
  expect(due).toBe('2026-12-15');
  expect(formatDay(due, 'pt-PT')).toBe('15 de dezembro de 2026');
  expect(formatDateTime(receivedAt, 'pt-PT')).toBe('27 de novembro de 2026 às 17:30');
});

it('today is the server’s, also on a device whose clock is days behind', () => {
  const DAY_MS = 86_400_000;
  expect(serverDay(new Date('2026-11-24T23:59:00Z'), 3 * DAY_MS)).toBe('2026-11-27');
  expect(serverDay(new Date('2026-11-24T23:59:00Z'), 3 * DAY_MS + 60_000)).toBe('2026-11-28');
});

it.each([
  // The clock goes on from 01:00 to 02:00 on 29 March, and back from 02:00 to 01:00 on 25 October.
  ['the last minute before summer time begins', '2026-03-29T00:59:59Z', '2026-03-29'],
  ['the last minute of the day that has 23 hours', '2026-03-29T22:59:59Z', '2026-03-29'],
  ['the midnight after that short day', '2026-03-29T23:00:00Z', '2026-03-30'],
  ['the midnight before the day that has 25 hours', '2026-10-24T23:00:00Z', '2026-10-25'],
  ['the hour that comes twice, the first time', '2026-10-25T00:30:00Z', '2026-10-25'],
  ['the hour that comes twice, the second time', '2026-10-25T01:30:00Z', '2026-10-25'],
  ['the last minute of the day that has 25 hours', '2026-10-25T23:59:59Z', '2026-10-25'],
  ['the midnight after that long day', '2026-10-26T00:00:00Z', '2026-10-26'],
])('%s belongs to its day in Lisbon', (_moment, instant, day) => {
  expect(lisbonDate(instant)).toBe(day);
});

it('a period over a change of the clock has as many days as any other', () => {
  expect(dueOn('2026-03-27T23:59:00Z', 'information', DEFAULT_LIMITS)).toBe('2026-04-13');
  expect(dueOn('2026-10-23T22:59:00Z', 'information', DEFAULT_LIMITS)).toBe('2026-11-06');
  expect(dueOn('2026-10-23T23:00:00Z', 'information', DEFAULT_LIMITS)).toBe('2026-11-06');
});
