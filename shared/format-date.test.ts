import { expect, test } from 'vitest';
import { formatDate, formatDateTime, formatDay, formatTime } from './format-date.ts';

/** 11:30 in Lisbon in winter, and 09:05 in Lisbon in summer, where the clock is an hour ahead of UTC. */
const WINTER = '2026-12-01T11:30:00Z';
const SUMMER = '2026-07-14T08:05:00Z';

test.each([
  ['pt-PT', '1 de dezembro de 2026', '1 de dezembro de 2026 às 11:30'],
  ['en', '1 December 2026', '1 December 2026 at 11:30'],
  ['es', '1 de diciembre de 2026', '1 de diciembre de 2026 a las 11:30'],
  ['fr', '1er décembre 2026', '1er décembre 2026 à 11:30'],
  ['uk', '1 грудня 2026', '1 грудня 2026 об 11:30'],
])('a date in %s reads as its people write it', (lng, date, moment) => {
  expect(formatDay('2026-12-01', lng)).toBe(date);
  expect(formatDate(WINTER, lng)).toBe(date);
  expect(formatDateTime(WINTER, lng)).toBe(moment);
  expect(formatTime(WINTER, lng)).toBe('11:30');
});

test.each([
  ['pt-PT', '14 de julho de 2026 às 09:05'],
  ['en', '14 July 2026 at 09:05'],
  ['es', '14 de julio de 2026 a las 09:05'],
  ['fr', '14 juillet 2026 à 09:05'],
  ['uk', '14 липня 2026 о 09:05'],
])('the hour in %s is the one in Lisbon, in 24 hours', (lng, moment) => {
  expect(formatDateTime(SUMMER, lng)).toBe(moment);
});
