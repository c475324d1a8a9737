import { expect, test } from 'vitest';
import type { RequestState } from '../../contract/types.ts';
import { findActions } from './citizen-actions.ts';

const TODAY = '2026-11-30';

function standing(state: RequestState, askAgainUntil: string | null = null) {
  const at = '2026-11-25T12:00:00.000Z';
  const states: RequestState[] = askAgainUntil ? ['registered', 'answered', state] : ['registered', state];
  return { state, askAgainUntil, history: states.map((one) => ({ state: one, at, officeName: 'e-Clic' })) };
}

test.each([
  ['registered', null, true],
  ['inReview', 'addition', true],
  ['forwarded', null, false],
  ['awaitingCitizen', 'reply', false],
  ['closed', null, false],
  ['withdrawn', null, false],
] as const)('a request that is %s takes %s', (state, write, mayWithdraw) => {
  expect(findActions(standing(state), TODAY)).toMatchObject({ write, mayWithdraw, mayRate: false });
});

test.each([
  ['2026-12-01', 'followUp', false],
  ['2026-11-30', 'followUp', false],
  ['2026-11-29', null, true],
] as const)('an answer can be asked about until %s, that day included', (until, write, isTooLateToAsk) => {
  const actions = findActions(standing('answered', until), TODAY);
  expect(actions).toMatchObject({ write, isTooLateToAsk, mayRate: true });
});

test('once it is closed after its answer it can be rated, and who asks too late is told so', () => {
  const actions = findActions(standing('closed', '2026-11-29'), TODAY);
  expect(actions).toMatchObject({ write: null, isTooLateToAsk: true, mayRate: true, askAgainUntil: null });
});

test('one that was answered, asked about and taken up again is not rated meanwhile', () => {
  expect(findActions(standing('inReview', '2026-12-20'), TODAY).mayRate).toBe(false);
});
