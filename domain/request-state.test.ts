import { expect, it } from 'vitest';
import { REQUEST_STATES } from '../contract/request-words.ts';
import type { RequestState } from '../contract/types.ts';
import { canAddTo, canWithdraw, inboxGroupOf, listGroupOf, turnOf } from './request-state.ts';

const TODAY = '2026-12-02';

const statesIn = (group: string) =>
  REQUEST_STATES.filter((state) => listGroupOf({ state, askAgainUntil: null }, TODAY) === group);

it('asks the citizen to act only when something is asked of them', () => {
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'citizen')).toEqual(['awaitingCitizen']);
  expect(statesIn('needsYou')).toEqual(['awaitingCitizen']);
});

it('shows as in progress what an office has in hand', () => {
  const inProgress = ['registered', 'inReview', 'forwarded'];
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'office')).toEqual(inProgress);
  expect(statesIn('inProgress')).toEqual(inProgress);
});

it('waits for nobody when a request is answered, closed or withdrawn', () => {
  const finished = ['answered', 'closed', 'withdrawn'];
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'nobody')).toEqual(finished);
  expect(statesIn('finished')).toEqual(finished);
});

it('keeps an answer in progress up to the last day for a question about it', () => {
  const groupOn = (askAgainUntil: string) => listGroupOf({ state: 'answered', askAgainUntil }, TODAY);
  expect([groupOn('2026-12-03'), groupOn(TODAY), groupOn('2026-12-01')]).toEqual([
    'inProgress',
    'inProgress',
    'finished',
  ]);
  expect(listGroupOf({ state: 'closed', askAgainUntil: '2026-12-03' }, TODAY)).toBe('finished');
});

it('leaves a question with what needs the citizen, read or not, and puts other news with what is to be read', () => {
  const groups = (state: RequestState) =>
    [true, false].map((isUnread) => inboxGroupOf({ state, askAgainUntil: null }, isUnread, TODAY));
  expect(groups('awaitingCitizen')).toEqual(['needsYou', 'needsYou']);
  expect(groups('answered')).toEqual(['toRead', 'finished']);
  expect(groups('inReview')).toEqual(['toRead', 'inProgress']);
});

it('lets the citizen withdraw until it is forwarded, and add while it is in review', () => {
  expect(REQUEST_STATES.filter(canWithdraw)).toEqual(['registered', 'inReview']);
  expect(REQUEST_STATES.filter(canAddTo)).toEqual(['inReview']);
});
