import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CALENDAR, instantByHand, lisbonDayByHand, openDaysAfter } from '../testing/wall-calendar.ts';
import { dueOn } from './deadlines.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { lisbonDate } from './lisbon-date.ts';
import { measureDeadline } from './measure-deadline.ts';

const RUNS = { numRuns: 1_000 };
/** The last day of reception in this test: no period that begins by then leaves the calendar. */
const LAST_INDEX = CALENDAR.indexOf('2028-09-30');

const dayIndex = fc.integer({ min: 0, max: LAST_INDEX });
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
/** Days that the server closes, near enough to the reception to matter. */
const closures = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 });

function closedNear(index: number, offsets: readonly number[]): string[] {
  return offsets.map((offset) => CALENDAR[index + offset] ?? '');
}

it('1 000 random receptions are due on the day that a printed calendar tells', () => {
  fc.assert(
    fc.property(dayIndex, minute, closures, (index, at, offsets) => {
      const receivedAt = instantByHand(index, at);
      const day = lisbonDayByHand(index, at);
      const extraHolidays = closedNear(index, offsets);
      const limits = { ...DEFAULT_LIMITS, extraHolidays };
      expect(lisbonDate(receivedAt)).toBe(day);
      expect(dueOn(receivedAt, 'information', limits)).toBe(openDaysAfter(day, extraHolidays)[9]);
      expect(dueOn(receivedAt, 'complaint', limits)).toBe(openDaysAfter(day, extraHolidays)[14]);
    }),
    RUNS,
  );
});

it('on 1 000 random days as many days are left or over as stand on it', () => {
  fc.assert(
    fc.property(dayIndex, minute, closures, fc.nat(40), (index, at, offsets, later) => {
      const extraHolidays = closedNear(index, offsets);
      const receivedAt = instantByHand(index, at);
      const received = lisbonDayByHand(index, at);
      const open = openDaysAfter(received, extraHolidays);
      const due = open[9] ?? '';
      const today = CALENDAR[CALENDAR.indexOf(received) + later] ?? '';
      const left = open.filter((day) => day > today && day <= due).length;
      const over = open.filter((day) => day >= due && day < today).length;
      const history = [{ state: 'registered' as const, at: receivedAt, officeName: 'Lisboa' }];
      const request = {
        state: 'registered',
        receivedAt,
        dueOn: due,
        deadlinePaused: false,
        history,
      } as const;
      expect(measureDeadline({ ...request, history }, today, extraHolidays)).toEqual({
        status: left > 0 ? 'left' : over > 0 ? 'over' : 'today',
        days: left + over,
        passed: 10 - left,
        total: 10,
      });
    }),
    RUNS,
  );
});

it('1 000 random questions stop the time, and the reply gives back what was left', () => {
  fc.assert(
    fc.property(dayIndex, minute, closures, fc.nat(14), fc.nat(30), (index, at, offsets, asked, waited) => {
      const extraHolidays = closedNear(index, offsets);
      const receivedAt = instantByHand(index, at);
      const open = openDaysAfter(lisbonDayByHand(index, at), extraHolidays);
      const due = open[9] ?? '';
      const askedOn = lisbonDayByHand(index + asked, at);
      const repliedOn = lisbonDayByHand(index + asked + waited, at);
      const left = open.filter((day) => day > askedOn && day <= due).length;
      fc.pre(left > 0);
      const goesOnUntil = openDaysAfter(repliedOn, extraHolidays)[left - 1] ?? '';

      const step = (state: 'registered' | 'awaitingCitizen' | 'inReview', offset: number) => ({
        state,
        at: instantByHand(index + offset, at),
        officeName: 'Lisboa',
      });
      const history = [step('registered', 0), step('awaitingCitizen', asked)];
      const paused = {
        state: 'awaitingCitizen',
        receivedAt,
        dueOn: due,
        deadlinePaused: true,
        history,
      } as const;
      expect(measureDeadline({ ...paused, history }, repliedOn, extraHolidays)).toEqual({
        status: 'paused',
        whenResumed: { daysLeft: left, dueOn: goesOnUntil },
      });

      const resumed = { state: 'inReview', receivedAt, dueOn: goesOnUntil, deadlinePaused: false } as const;
      const longer = [...history, step('inReview', asked + waited)];
      expect(measureDeadline({ ...resumed, history: longer }, repliedOn, extraHolidays)).toEqual({
        status: 'left',
        days: left,
        passed: 10 - left,
        total: 10,
      });
    }),
    RUNS,
  );
});
