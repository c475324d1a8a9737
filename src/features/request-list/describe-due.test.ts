import { expect, test } from 'vitest';
import { describeDue } from './describe-due.ts';

const waiting = { state: 'inReview', dueOn: '2026-04-14', deadlinePaused: false } as const;

test('working days are counted over Easter', () => {
  expect(describeDue(waiting, '2026-04-01', [])).toEqual({ status: 'left', count: 8 });
});

test('a holiday that the server publishes is not counted', () => {
  expect(describeDue(waiting, '2026-04-01', ['2026-04-07'])).toEqual({ status: 'left', count: 7 });
});

test('the last day says that it is today', () => {
  expect(describeDue(waiting, '2026-04-14', [])).toEqual({ status: 'today' });
});

test('a deadline that has passed says since when', () => {
  expect(describeDue(waiting, '2026-04-16', [])).toEqual({ status: 'over', count: 2 });
});

test('the clock stands still while the citizen is asked', () => {
  const asked = { ...waiting, state: 'awaitingCitizen', deadlinePaused: true } as const;
  expect(describeDue(asked, '2026-04-01', [])).toEqual({ status: 'paused' });
});

test('an answered request has no deadline any more', () => {
  expect(describeDue({ ...waiting, state: 'answered' }, '2026-04-01', [])).toBeNull();
});
