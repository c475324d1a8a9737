import { expect, it } from 'vitest';
import { type DayAhead, findDayAhead } from './day-ahead.ts';

type Dated = Parameters<typeof findDayAhead>[0];

const DATED: Dated = {
  state: 'inReview',
  dueOn: '2026-12-10',
  deadlinePaused: false,
  askAgainUntil: null,
  history: [],
  receivedAt: '2026-05-10T10:00:00.000Z',
  lastMessageAt: null,
};
const ASKED: Dated = {
  ...DATED,
  state: 'awaitingCitizen',
  deadlinePaused: true,
  lastMessageAt: '2026-12-01T10:00:00.000Z',
};
const ANSWERED: Dated = { ...DATED, state: 'answered', askAgainUntil: '2026-12-20' };

it.each<[string, Dated, DayAhead | null]>([
  ['that waits for the office', DATED, { what: 'answerDue', on: '2026-12-10' }],
  ['that waits for the citizen, with its deadline paused', ASKED, { what: 'lastToReply', on: '2027-06-01' }],
  [
    'that the citizen was asked about too long ago',
    { ...ASKED, lastMessageAt: '2026-05-20T10:00:00.000Z' },
    null,
  ],
  ['that was answered', ANSWERED, { what: 'lastToAsk', on: '2026-12-20' }],
  ['that was answered too long ago to ask', { ...ANSWERED, askAgainUntil: '2026-12-01' }, null],
  ['that is closed', { ...ANSWERED, state: 'closed' }, null],
])('a request %s has a day for the calendar, if any is known', (_, request, expected) => {
  expect(findDayAhead(request, '2026-12-02', [])).toEqual(expected);
});
