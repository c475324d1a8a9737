import { expect, it } from 'vitest';
import { findDayAhead } from './day-ahead.ts';

const DATED = { state: 'inReview', dueOn: '2026-12-10', deadlinePaused: false, askAgainUntil: null } as const;
const ANSWERED = { ...DATED, state: 'answered', askAgainUntil: '2026-12-20' } as const;

it.each([
  ['that waits for the office', DATED, { what: 'answerDue', on: '2026-12-10' }],
  [
    'that waits for the citizen, with its deadline paused',
    { ...DATED, state: 'awaitingCitizen', deadlinePaused: true },
    null,
  ],
  ['that was answered', ANSWERED, { what: 'lastToAsk', on: '2026-12-20' }],
  ['that was answered too long ago to ask', { ...ANSWERED, askAgainUntil: '2026-12-01' }, null],
  ['that is closed', { ...ANSWERED, state: 'closed' }, null],
] as const)('a request %s has a day for the calendar, if any is known', (_, request, expected) => {
  expect(findDayAhead(request, '2026-12-02')).toEqual(expected);
});
