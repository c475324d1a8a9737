import { expect, test } from 'vitest';
import { measureDeadline } from './measure-deadline.ts';

const request = {
  state: 'inReview',
  receivedAt: '2026-03-30T09:00:00Z',
  dueOn: '2026-04-14',
  deadlinePaused: false,
} as const;

test('on the day it came in, none of the ten working days have passed', () => {
  expect(measureDeadline(request, '2026-03-30', [])).toEqual({
    status: 'left',
    days: 10,
    passed: 0,
    total: 10,
  });
});

test('Good Friday and the weekend do not count', () => {
  expect(measureDeadline(request, '2026-04-06', [])).toMatchObject({ days: 6, passed: 4 });
});

test('after the last day all have passed and no more', () => {
  expect(measureDeadline(request, '2026-04-17', [])).toEqual({
    status: 'over',
    days: 3,
    passed: 10,
    total: 10,
  });
});

test('a clock that runs behind the server makes no negative days', () => {
  expect(measureDeadline(request, '2026-03-20', [])).toMatchObject({ passed: 0 });
});

test('the deadline stands still while the citizen is asked, and is gone once answered', () => {
  const asked = { ...request, state: 'awaitingCitizen', deadlinePaused: true } as const;
  expect(measureDeadline(asked, '2026-04-06', [])).toEqual({ status: 'paused' });
  expect(measureDeadline({ ...request, state: 'answered' }, '2026-04-06', [])).toBeNull();
});
