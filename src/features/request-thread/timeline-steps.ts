import type { CitizenRequest, RequestState } from '../../contract/types.ts';
import { turnOf } from '../../domain/request-state.ts';

type ExpectedStep = 'yourReply' | 'inReview' | 'answer';

export type TimelineStep =
  | { is: 'past'; state: RequestState; at: string; officeName: string; isCurrent: boolean }
  | { is: 'expected'; step: ExpectedStep };

const EXPECTED: Record<RequestState, ExpectedStep[]> = {
  registered: ['inReview', 'answer'],
  inReview: ['answer'],
  forwarded: ['answer'],
  awaitingCitizen: ['yourReply', 'answer'],
  answered: [],
  closed: [],
  withdrawn: [],
};

/** What has been done, what is going on and what is still to come. */
export function timelineSteps(request: Pick<CitizenRequest, 'state' | 'history'>): TimelineStep[] {
  const isUnderWay = turnOf(request.state) !== 'nobody';
  const past = request.history.map((entry, index): TimelineStep => {
    const isLast = index === request.history.length - 1;
    return { is: 'past', ...entry, isCurrent: isLast && isUnderWay };
  });
  const expected = EXPECTED[request.state].map((step): TimelineStep => ({ is: 'expected', step }));
  return [...past, ...expected];
}
