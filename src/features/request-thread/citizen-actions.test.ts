import { expect, test } from 'vitest';
import type { RequestState } from '../../../contract/types.ts';
import { findActions } from './citizen-actions.ts';

const SILENCE = { today: '2026-11-30', messages: [], waiting: [], withdrawal: null };

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
  expect(findActions(standing(state), SILENCE, null, false)).toMatchObject({
    write,
    mayWithdraw,
    mayRate: false,
  });
});

test.each([
  ['registered', true],
  ['inReview', true],
  ['forwarded', true],
  ['awaitingCitizen', true],
  ['answered', false],
  ['closed', false],
  ['withdrawn', false],
] as const)('what was written with a request that is %s can be corrected: %s', (state, mayCorrect) => {
  expect(findActions(standing(state), SILENCE, null, false)).toMatchObject({ mayCorrect });
});

test.each([
  ['2026-12-01', 'followUp', false],
  ['2026-11-30', 'followUp', false],
  ['2026-11-29', null, true],
] as const)('an answer can be asked about until %s, that day included', (until, write, isTooLateToAsk) => {
  const actions = findActions(standing('answered', until), SILENCE, null, false);
  expect(actions).toMatchObject({ write, isTooLateToAsk, mayRate: true });
});

test.each([
  ['2026-11-28', false],
  ['2026-11-29', false],
  ['2026-11-30', true],
])(
  'closed after its answer, on %s, it can be rated, and who asks is told that it is too late: %s',
  (day, isTooLateToAsk) => {
    const request = standing('answered', '2026-11-29');
    const closed = { state: 'closed', at: `${day}T12:00:00.000Z`, officeName: 'e-Clic' } as const;
    const history = [...request.history, closed];
    const actions = findActions({ ...request, state: 'closed', history }, SILENCE, null, false);
    expect(actions).toMatchObject({ write: null, isTooLateToAsk, mayRate: true });
  },
);

test('one that was answered, asked about and taken up again is not rated meanwhile', () => {
  expect(findActions(standing('inReview', '2026-12-20'), SILENCE, null, false).mayRate).toBe(false);
});

test.each([
  ['registered', null, 'receipt'],
  ['inReview', null, 'addition'],
  ['forwarded', null, 'receipt'],
  ['awaitingCitizen', null, 'reply'],
  ['answered', '2026-12-20', 'followUp'],
  ['answered', '2026-11-29', 'newRequest'],
  ['closed', '2026-11-29', 'newRequest'],
  ['withdrawn', null, 'newRequest'],
] as const)(
  'the one thing to do about a request that is %s, to be asked about until %s, is %s',
  (state, until, primary) => {
    expect(findActions(standing(state, until), SILENCE, null, false).primary).toBe(primary);
    expect(findActions(standing(state, until), SILENCE, null, true).primary).toBeNull();
  },
);

test('when the answer is late, it is to complain', () => {
  const over = { status: 'over', days: 2, passed: 10, total: 10 } as const;
  expect(findActions(standing('inReview'), SILENCE, over, false)).toMatchObject({
    primary: 'complaint',
    write: 'addition',
  });
});

test('a question that has been answered is not to be answered again while the news of it are on their way', () => {
  const reply = {
    id: 'm',
    requestId: 'r',
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
    body: 'Sim.',
    attachments: [],
  } as const;
  const said = (sentAt: string) => ({ ...SILENCE, messages: [{ ...reply, attachments: [], sentAt }] });
  const asked = standing('awaitingCitizen');
  expect(findActions(asked, said('2026-11-25T12:00:01.000Z'), null, false).primary).toBeNull();
  expect(findActions(asked, said('2026-11-25T11:59:59.000Z'), null, false).primary).toBe('reply');
});
