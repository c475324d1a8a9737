import { expect, it } from 'vitest';
import { canAddTo, canWithdraw, listGroupOf, REQUEST_STATES, turnOf } from './request-state.ts';

it('asks the citizen to act only when something is asked of them', () => {
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'citizen')).toEqual(['awaitingCitizen']);
  expect(REQUEST_STATES.filter((state) => listGroupOf(state) === 'needsYou')).toEqual(['awaitingCitizen']);
});

it('shows as in progress what an office has in hand', () => {
  const inProgress = ['registered', 'inReview', 'forwarded'];
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'office')).toEqual(inProgress);
  expect(REQUEST_STATES.filter((state) => listGroupOf(state) === 'inProgress')).toEqual(inProgress);
});

it('waits for nobody when a request is answered, closed or withdrawn', () => {
  const finished = ['answered', 'closed', 'withdrawn'];
  expect(REQUEST_STATES.filter((state) => turnOf(state) === 'nobody')).toEqual(finished);
  expect(REQUEST_STATES.filter((state) => listGroupOf(state) === 'finished')).toEqual(finished);
});

it('lets the citizen withdraw until it is forwarded, and add while it is in review', () => {
  expect(REQUEST_STATES.filter(canWithdraw)).toEqual(['registered', 'inReview']);
  expect(REQUEST_STATES.filter(canAddTo)).toEqual(['inReview']);
});
