import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CitizenRequest } from '../contract/types.ts';
import { CALENDAR, instantByHand, lisbonDayByHand, openDaysAfter } from '../testing/wall-calendar.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { afterAction, replied, takesReply } from './office-moves.ts';

const RUNS = { numRuns: 1_000 };
/** The last day on which a period begins in this test: none leaves the calendar. */
const LAST_INDEX = CALENDAR.indexOf('2028-09-30');

const dayIndex = fc.integer({ min: 0, max: LAST_INDEX });
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });

function handled(changes: Partial<CitizenRequest>) {
  const request: CitizenRequest = {
    id: '5f0c7d8e-0000-4000-8000-000000000001',
    reference: 'EC-2026-0000124',
    revision: 1,
    kind: 'information',
    onBehalfOf: null,
    description: 'Um pedido.',
    complaint: null,
    topic: { status: 'unknown' },
    attachments: [],
    receivedAt: '2025-01-02T12:00:00.000Z',
    dueOn: '2025-01-16',
    deadlinePaused: false,
    state: 'registered',
    office: { name: 'Lisboa' },
    history: [],
    rating: null,
    readUpTo: null,
    lastMessageAt: null,
    askAgainUntil: null,
    updatedAt: '2025-01-02T12:00:00.000Z',
    ...changes,
  };
  return { request, pausedDaysLeft: null };
}

it('1 000 random answers may be asked about for thirty days of a printed calendar, to the last minute of the last', () => {
  fc.assert(
    fc.property(dayIndex, minute, (index, at) => {
      const answeredOn = CALENDAR.indexOf(lisbonDayByHand(index, at));
      const move = { action: 'answer', atMs: Date.parse(instantByHand(index, at)) } as const;
      const { request } = afterAction(handled({}), move, DEFAULT_LIMITS);
      expect(request.askAgainUntil).toBe(CALENDAR[answeredOn + 30]);
      const lastMinute = Date.parse(instantByHand(answeredOn + 30, 24 * 60 - 1));
      if (lisbonDayByHand(answeredOn + 30, 24 * 60 - 1) === CALENDAR[answeredOn + 30])
        expect(takesReply(request, 'followUp', lastMinute)).toBe(true);
    }),
    RUNS,
  );
});

it('1 000 random questions about an answer are due ten open days later', () => {
  fc.assert(
    fc.property(dayIndex, minute, (index, at) => {
      const answered = handled({ state: 'answered', askAgainUntil: '2029-01-01' });
      const askedMs = Date.parse(instantByHand(index, at));
      const { request } = replied(answered, 'followUp', askedMs, DEFAULT_LIMITS);
      expect(request.dueOn).toBe(openDaysAfter(lisbonDayByHand(index, at))[9]);
    }),
    RUNS,
  );
});
