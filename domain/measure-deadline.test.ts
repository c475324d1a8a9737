import { describe, expect, it } from 'vitest';
import { REQUEST_STATES } from '../contract/request-words.ts';
import type { CitizenRequest } from '../contract/types.ts';
import { measureDeadline } from './measure-deadline.ts';
import { turnOf } from './request-state.ts';

type Step = [state: CitizenRequest['state'], day: string];

/** Makes a request that was received on Monday 2026-03-30; ten working days over Easter end on 2026-04-14. */
function request(dueOn: string, ...steps: Step[]) {
  const history = [['registered', '2026-03-30'] as Step, ...steps].map(([state, day]) => ({
    state,
    at: `${day}T11:00:00Z`,
    officeName: 'Lisboa',
  }));
  const state = steps.at(-1)?.[0] ?? 'registered';
  const deadlinePaused = state === 'awaitingCitizen';
  return { state, receivedAt: '2026-03-30T09:00:00Z', dueOn, deadlinePaused, history };
}

describe('while an office is waited for', () => {
  const waiting = request('2026-04-14');

  it.each([
    ['on the day it came in no day has passed', '2026-03-30', 'left', 10, 0],
    ['over Good Friday and a weekend no day passes', '2026-04-06', 'left', 6, 4],
    ['on the day before the last one day is left', '2026-04-13', 'left', 1, 9],
    ['on the last day it is today', '2026-04-14', 'today', 0, 10],
    ['the day after, one is over and all have passed', '2026-04-15', 'over', 1, 10],
    ['on a Saturday the working days until Friday are over', '2026-04-18', 'over', 4, 10],
    ['by a clock behind the server none has passed', '2026-03-20', 'left', 16, 0],
  ])('%s', (_case, today, status, days, passed) => {
    expect(measureDeadline(waiting, today, [])).toEqual({ status, days, passed, total: 10 });
  });

  it('a holiday that the server publishes is not counted', () => {
    const local = request('2026-04-15');
    expect(measureDeadline(local, '2026-04-01', ['2026-04-07'])).toEqual({
      status: 'left',
      days: 8,
      passed: 2,
      total: 10,
    });
  });

  it('the day begins and ends in Lisbon', () => {
    // 23:30 UTC is half past midnight in summer time: the 31st, whose next ten working days end one day later.
    const late = { ...request('2026-04-15'), receivedAt: '2026-03-30T23:30:00Z' };
    const history = [{ state: 'registered' as const, at: late.receivedAt, officeName: 'Lisboa' }];
    expect(measureDeadline({ ...late, history }, '2026-03-31', [])).toMatchObject({ days: 10, passed: 0 });
  });
});

describe('while the citizen is asked', () => {
  it('the time stands still with the working days that were left on the day of the question', () => {
    const asked = request('2026-04-14', ['awaitingCitizen', '2026-04-02']);
    // After Thursday 2: 6, 7, 8, 9, 10, 13 and 14 April, 3 being Good Friday.
    expect(measureDeadline(asked, '2026-04-02', [])).toEqual({
      status: 'paused',
      whenResumed: { daysLeft: 7, dueOn: '2026-04-14' },
    });
    expect(measureDeadline(asked, '2026-04-20', [])).toEqual({
      status: 'paused',
      whenResumed: { daysLeft: 7, dueOn: '2026-04-29' },
    });
  });

  it('a question on the last day leaves none, and one after it no fewer', () => {
    const onLast = request('2026-04-14', ['awaitingCitizen', '2026-04-14']);
    const late = request('2026-04-14', ['awaitingCitizen', '2026-04-20']);
    const none = { status: 'paused', whenResumed: { daysLeft: 0, dueOn: '2026-04-27' } };
    // Saturday 25 is a holiday as well: an answer then would be taken as of Monday.
    expect(measureDeadline(onLast, '2026-04-25', [])).toEqual(none);
    expect(measureDeadline(late, '2026-04-25', [])).toEqual(none);
  });

  it('of two questions the last one tells', () => {
    const again = request(
      '2026-04-20',
      ['awaitingCitizen', '2026-04-01'],
      ['inReview', '2026-04-07'],
      ['awaitingCitizen', '2026-04-17'],
    );
    expect(measureDeadline(again, '2026-04-20', [])).toMatchObject({ whenResumed: { daysLeft: 1 } });
  });

  it('without a history it says no more than that it is paused', () => {
    const asked = { ...request('2026-04-14', ['awaitingCitizen', '2026-04-02']), history: [] };
    expect(measureDeadline(asked, '2026-04-06', [])).toEqual({ status: 'paused', whenResumed: null });
  });
});

describe('after a reply', () => {
  const resumed = request('2026-04-29', ['awaitingCitizen', '2026-04-02'], ['inReview', '2026-04-20']);

  it('the days while it stood still belong to nobody', () => {
    expect(measureDeadline(resumed, '2026-04-20', [])).toEqual({
      status: 'left',
      days: 7,
      passed: 3,
      total: 10,
    });
    expect(measureDeadline(resumed, '2026-04-30', [])).toMatchObject({
      status: 'over',
      passed: 10,
      total: 10,
    });
  });

  it('a question about the answer has ten days of its own', () => {
    const reopened = request('2026-05-05', ['answered', '2026-04-02'], ['inReview', '2026-04-20']);
    expect(measureDeadline(reopened, '2026-04-22', [])).toEqual({
      status: 'left',
      days: 8,
      passed: 2,
      total: 10,
    });
  });
});

it('nobody is waited for once it is answered, closed or withdrawn, however late', () => {
  for (const state of REQUEST_STATES) {
    const isOpen = turnOf(state) !== 'nobody';
    expect(measureDeadline(request('2026-04-14', [state, '2026-04-02']), '2027-01-04', []) !== null).toBe(
      isOpen,
    );
  }
});
